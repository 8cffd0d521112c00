"""``python -m factdesk`` is the same as the ``factdesk`` command."""

from factdesk.app import main

if __name__ == "__main__":
    raise SystemExit(main())
