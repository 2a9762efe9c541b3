"""The plane of a path by NumPy's singular value decomposition, in double precision. Writes path-plane.json beside itself.

    python3 test/reference/path-plane.py
"""
import json
import pathlib

import numpy

here = pathlib.Path(__file__).parent
random = numpy.random.default_rng(5)
steps = random.normal(size=(9, 40)) * numpy.linspace(2, 0.2, 9)[:, None]
path = numpy.cumsum(steps, axis=0).astype(numpy.float32)
far = path[:-1].astype(numpy.float64) - path[-1].astype(numpy.float64)
_, sizes, directions = numpy.linalg.svd(far, full_matrices=False)
places = far @ directions[:2].T
# The start lies to the left and above.
places *= numpy.array([-1, 1]) * numpy.sign(places[0])
squares = sizes**2
flat = lambda rows: [float(value) for value in rows.ravel()]
(here / "path-plane.json").write_text(
    json.dumps(
        {
            "path": [flat(place) for place in path],
            "places": [round(value, 9) for value in flat(places)],
            "shares": [round(float(value), 9) for value in (squares / squares.sum())[:2]],
        }
    )
    + "\n"
)
