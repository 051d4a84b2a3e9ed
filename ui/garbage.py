"""What is imported is never garbage."""

import atexit
import gc
import sys

_imported = 0
# At the end all of it is garbage: libraries that find their own objects left over complain.
atexit.register(gc.unfreeze)


def set_imports_aside() -> None:
    """Take what has been imported out of the search for garbage, whenever there is more of it.

    Streamlit collects garbage after each run of a page and holds everything up meanwhile: 90 ms to
    go through the libraries alone.
    """
    global _imported
    if len(sys.modules) > _imported:
        _imported = len(sys.modules)
        gc.collect()
        gc.freeze()
