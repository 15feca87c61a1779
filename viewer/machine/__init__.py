"""What the machine under the program is: Python and Qt, system libraries, displays. No Qt here."""
