"""The one settings class, read by entry points only."""

import hashlib
import os
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingInvalidError

PREFIX = "LEDELSESASSISTENT_"
_PROGRAM = "ledelsesassistent"


class Settings(BaseSettings):
    """Where documents and index are, and which embedding model reads them.

    Attributes:
        documents: Folder of documents; None is the bundled one.
        index_dir: Folder for built indexes; None is the user's cache folder.
        embedder: Folder or hub name of a sentence-transformers model; "" is the bundled one.
        embedder_query_prompt: Put before each query; None takes the model's own.
        embedder_passage_prompt: Put before each passage; None takes the model's own.
        contact: Whom to ask when the documents do not answer; "" leaves it to each document.
        debug: Anything but "" shows the details of unexpected errors.
        data_dir: Folder for what people add: own questions per passage, feedback, test cases and
            runs; None is the user's data folder.
        database: SQLAlchemy URL for feedback, test cases and runs; "" is SQLite in `data_dir`.
        keep_questions: Whether the texts of questions are kept at all.
        retention_days: How long feedback and kept questions live.
        host: The address that the web page listens on.
        port: The port that it listens on; 0 takes a free one.
        root_path: Where a reverse proxy has put the page ("/ledelse"), or "".
        auth: File of users that may log in; None asks for no login.
        user_header: The header in which a reverse proxy names its user, or "".
        group_header: The header in which it names the user's groups, or "".
        trusted_proxies: Addresses whose headers are believed, parted by commas.
        allowed_hosts: Names that the page may be reached by, parted by commas; "" takes this very
            machine's own where there is no login, and any where there is one.
        hr_group: The group whose members see the tab for quality.
        hr_users: Further users who do, parted by commas.
        questions_per_minute: How many requests that ask something one client may send.
        largest_request: Bytes of a request's body.
        model: A chat model that words the answers ("ollama:gemma3:12b"); "" for none.
        model_base_url: Where the model is served, or "" for its provider's own address.
        model_api_key: Its key; never shown.
        model_api_version: The version of the interface, which Azure asks for, or "".
        model_timeout: Seconds that one call to the model may take in all.
        model_support: Least score from the groundedness check of a sentence that is shown.
        model_nli: Folder or hub name of a cross-encoder that must agree, or "".
        model_input_price: Kroner per million tokens read, for the trace.
        model_output_price: Kroner per million tokens written.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid")

    documents: Path | None = None
    index_dir: Path | None = None
    embedder: str = ""
    embedder_query_prompt: str | None = None
    embedder_passage_prompt: str | None = None
    contact: str = Field("", max_length=200, pattern=r"^[^\n\r\[\]<>*_`]*$")
    debug: str = ""
    data_dir: Path | None = None
    database: str = ""
    keep_questions: bool = False
    retention_days: int = Field(90, ge=1, le=3650)
    host: str = "127.0.0.1"
    port: int = Field(7860, ge=0, le=65535)
    root_path: str = Field("", pattern=r"^(/[A-Za-z0-9._~-]+)*$")
    auth: Path | None = None
    user_header: str = ""
    group_header: str = ""
    trusted_proxies: str = "127.0.0.1,::1"
    allowed_hosts: str = ""
    hr_group: str = "hr"
    hr_users: str = ""
    questions_per_minute: int = Field(60, ge=1)
    largest_request: int = Field(262_144, ge=1024)
    model: str = ""
    model_base_url: str = Field("", pattern=r"^(https?://\S+)?$")
    model_api_key: SecretStr = SecretStr("")
    model_api_version: str = ""
    model_timeout: float = Field(60, gt=0, le=600)
    model_support: float = Field(0.75, ge=0.5, lt=1)
    model_nli: str = ""
    model_input_price: float = Field(0, ge=0)
    model_output_price: float = Field(0, ge=0)

    def index_folder(self, documents: Path) -> Path:
        """Return the folder for the built indexes of the folder `documents`.

        In the user's cache each folder of documents has its own, so that they leave each other be.
        """
        if self.index_dir is not None:
            return self.index_dir
        return user_cache_path(_PROGRAM) / "index" / _own_name(documents)

    def data_folder(self, documents: Path) -> Path:
        """Return the folder for what people add to the folder `documents`."""
        if self.data_dir is not None:
            return self.data_dir
        return user_data_path(_PROGRAM) / _own_name(documents)


def read_settings(**given: Any) -> Settings:  # noqa: ANN401  pydantic checks each
    """Return the settings of the environment, overruled by those `given` that are not None.

    Raises:
        SettingInvalidError: If a variable with our prefix is unknown or has an impossible value.
    """
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    for name in os.environ:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            allowed = ", ".join(sorted(known))
            raise SettingInvalidError("setting_unknown", name=name, allowed=allowed)
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingInvalidError(
            "setting_invalid", name=f"{PREFIX}{where}".upper(), detail=str(first["msg"])
        ) from error


def _own_name(documents: Path) -> str:
    return hashlib.sha256(str(documents.resolve()).encode()).hexdigest()[:12]
