"""What can go wrong in the user interface itself.

InputUnusableError    (also a ValueError) what the user wrote or pointed to cannot be read
  RowsUnusableError   rows of a table, each with what is wrong with it

It carries a `code` and `fields`, as the assistant's errors do; `ui.failure` makes its sentence.
"""

from collections.abc import Sequence


class InputUnusableError(ValueError):
    """What the user wrote or pointed to cannot be read.

    Attributes:
        code: Stable name of what went wrong.
        fields: What a sentence about it needs: names, paths, line numbers.
    """

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


class RowsUnusableError(InputUnusableError):
    """Rows of a table cannot be read.

    Attributes:
        errors: What is wrong, by the number of the row, in order; a row may have several.
    """

    def __init__(self, code: str, errors: Sequence[tuple[int, InputUnusableError]]) -> None:
        super().__init__(code)
        self.errors = tuple(errors)
