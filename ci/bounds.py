"""What the scripts of ci/bench measure, held against its bound: a line each, and a row for ci/bench's table."""
import json, os, sys

_failed = False


def report(name, value, bound, unit="", at_least=False):
    global _failed
    good = value >= bound if at_least else value <= bound
    _failed |= not good
    print("%-58s %12.2f %-8s %s %-8g %s" % (
        name, value, unit, ">=" if at_least else "<=", bound, "PASS" if good else "FAIL"), flush=True)
    if "SWATH_MEASURED" in os.environ:
        with open(os.environ["SWATH_MEASURED"], "a") as file:
            file.write(json.dumps([name, value, bound, unit, at_least]) + "\n")


def end():
    """Ends the script: with 1 where a bound was missed."""
    sys.exit(1 if _failed else 0)
