"""The one settings class, read by entry points only."""

import hashlib
import os
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import SettingInvalidError

PREFIX = "LEDELSESASSISTENT_"


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
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid")

    documents: Path | None = None
    index_dir: Path | None = None
    embedder: str = ""
    embedder_query_prompt: str | None = None
    embedder_passage_prompt: str | None = None
    contact: str = Field("", max_length=200, pattern=r"^[^\n\r\[\]<>*_`]*$")
    debug: str = ""

    def index_folder(self, documents: Path) -> Path:
        """Return the folder for the built indexes of the folder `documents`.

        In the user's cache each folder of documents has its own, so that they leave each other be.
        """
        if self.index_dir is not None:
            return self.index_dir
        name = hashlib.sha256(str(documents.resolve()).encode()).hexdigest()[:12]
        return user_cache_path("ledelsesassistent") / "index" / name


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
