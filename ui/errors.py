"""What can go wrong in the user interface itself.

InputUnusableError    (also a ValueError) what the user wrote or pointed to cannot be read

It carries a `code` and `fields`, as the assistant's errors do; `ui.failure` makes its sentence.
"""


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
