"""Rows of bits, written and read from the left, with numbers of any size in groups.

A group holds some bits of the number, highest first, after one bit that says whether another group follows.
"""

from __future__ import annotations


class EndOfBitsError(ValueError):
    """More was read than was written."""


class BitWriter:
    """`value` is the row so far as one integer of `length` bits."""

    def __init__(self) -> None:
        self.value = 0
        self.length = 0

    def write(self, value: int, width: int) -> None:
        """The lowest `width` bits of a value."""
        self.value = self.value << width | value
        self.length += width

    def number(self, value: int, group: int) -> None:
        """A number from zero, in groups of `group` bits."""
        for index in range((value.bit_length() - 1) // group if value else 0, 0, -1):
            self.write(1 << group | value >> index * group & (1 << group) - 1, group + 1)
        self.write(value & (1 << group) - 1, group + 1)

    def fill(self, multiple: int) -> None:
        """Zeros up to a multiple of so many bits."""
        self.write(0, -self.length % multiple)


class BitReader:
    """Reads a row of `left` bits."""

    def __init__(self, value: int, left: int) -> None:
        self.value = value
        self.left = left

    def read(self, width: int) -> int:
        """The next `width` bits.

        Raises:
            EndOfBitsError: there are not so many.
        """
        if width > self.left:
            raise EndOfBitsError
        self.left -= width
        return self.value >> self.left & (1 << width) - 1

    def number(self, group: int) -> int:
        """The next number.

        Raises:
            EndOfBitsError: it is cut.
        """
        value, more = 0, 1
        while more:
            more = self.read(1)
            value = value << group | self.read(group)
        return value
