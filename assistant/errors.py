"""What can go wrong when a question is answered.

AssistantError                   nothing can be answered until somebody mends something
├── QuestionInvalidError         (also a ValueError) the question is empty, too long or not text
├── RoleUnknownError             (also a ValueError) the role is not one of Role
├── SettingInvalidError          (also a ValueError) a setting is unknown or impossible
├── DocumentsUnusableError       the documents cannot be read; wraps corpus.errors
├── IndexUnusableError           the index cannot be built or opened; wraps index.errors
├── EditInvalidError             (also a ValueError) what people want to add or change is no good
├── EditUnusableError            what people added cannot be read or written
├── ModelUnusableError           the language model is missing or does not answer (enrichment)
└── DocumentUnknownError         no document has that name

Every error carries a `code` and `fields`, from which the user interface makes a Danish sentence.
"Not in the document" is an Answer, never an error.
"""


class AssistantError(Exception):
    """Nothing can be answered until somebody mends something.

    Attributes:
        code: Stable name of what went wrong.
        fields: What a sentence about it needs: names, limits, paths.
    """

    code = "assistant"

    def __init__(self, code: str = "", **fields: str) -> None:
        self.code = code or self.code
        self.fields = fields
        named = ", ".join(f"{key}={value}" for key, value in fields.items())
        super().__init__(f"{self.code}: {named}" if named else self.code)


class QuestionInvalidError(AssistantError, ValueError):
    """The question is empty, too long or not text."""

    code = "question_invalid"


class RoleUnknownError(AssistantError, ValueError):
    """The role is not one of `assistant.question.Role`."""

    code = "role_unknown"


class SettingInvalidError(AssistantError, ValueError):
    """A setting is unknown or impossible."""

    code = "setting_invalid"


class DocumentsUnusableError(AssistantError):
    """The documents cannot be read."""

    code = "documents_unusable"


class IndexUnusableError(AssistantError):
    """The index cannot be built or opened."""

    code = "index_unusable"


class EditInvalidError(AssistantError, ValueError):
    """What people want to add or change is no good."""

    code = "edit_invalid"


class EditUnusableError(AssistantError):
    """What people added cannot be read or written."""

    code = "edit_unusable"


class DocumentUnknownError(AssistantError):
    """No document has that name."""

    code = "document_unknown"


class ModelUnusableError(AssistantError):
    """The language model is missing or does not answer, where nothing can be put in its place."""

    code = "model_unusable"
