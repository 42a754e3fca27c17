"""Write numbers as Danes do, on the terminal and on the web page."""


def with_comma(number: float, decimals: int = 2) -> str:
    """Return a number with a decimal comma.

    >>> with_comma(0.856), with_comma(0.925, 1)
    ('0,86', '0,9')
    """
    return f"{number:.{decimals}f}".replace(".", ",")


def with_points(number: int) -> str:
    """Return a whole number with points between its thousands.

    >>> with_points(3804)
    '3.804'
    """
    return f"{number:,}".replace(",", ".")
