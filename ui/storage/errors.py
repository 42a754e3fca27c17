"""What can go wrong in the database.

StorageError    nothing can be read or written until somebody mends something

It carries a `code` and `fields`, as the assistant's errors do; `ui.failure` makes its sentence.
No password is ever in either.
"""


class StorageError(Exception):
    """The database cannot be opened, read or written.

    Attributes:
        code: Stable name of what went wrong.
        fields: What a sentence about it needs: the database's place, a number.
    """

    def __init__(self, code: str, **fields: str) -> None:
        self.code = code
        self.fields = fields
        named = ", ".join(f"{key}={value}" for key, value in fields.items())
        super().__init__(f"{code}: {named}" if named else code)
