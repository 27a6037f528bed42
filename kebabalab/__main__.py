"""`python -m kebabalab` is the `kebabalab` command."""

from kebabalab.cli import main

if __name__ == "__main__":
    main()
