import pytest

from index.training.__main__ import main, parse_command


@pytest.mark.parametrize("command", [["train"], [], ["benchmark"]])
def test_a_missing_data_folder_is_one_line_and_status_2(command, tmp_path, capsys):
    missing = tmp_path / "nowhere"
    assert main([*command, "--data", str(missing)]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert captured.err.startswith(f"error: {missing}: no such folder")
    assert captured.out == ""


def test_a_data_folder_without_the_files_names_the_first_missing_one(tmp_path, capsys):
    out = tmp_path / "out" / "model"
    assert main(["--data", str(tmp_path), "--out", str(out)]) == 2
    assert "law_title_provision.jsonl.gz: no such file" in capsys.readouterr().err
    assert not out.exists()


def test_measuring_a_folder_that_is_no_model_is_one_line_and_status_2(tmp_path, capsys):
    assert main(["benchmark", "--data", str(tmp_path), "--model", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_train_is_the_default_and_writes_the_bundled_model(tmp_path):
    command = parse_command(["--data", str(tmp_path)])
    assert (command.name, command.seed) == ("train", 1)
    assert command.folder.parts[-2:] == ("index", "model")


def test_a_seed_below_zero_is_status_2(capsys):
    with pytest.raises(SystemExit) as ended:
        parse_command(["--data", "x", "--seed", "-1"])
    assert ended.value.code == 2
    assert "--seed" in capsys.readouterr().err


def test_an_unknown_command_is_status_2(capsys):
    with pytest.raises(SystemExit) as ended:
        parse_command(["fly", "--data", "x"])
    assert ended.value.code == 2
    assert "invalid choice: 'fly'" in capsys.readouterr().err
