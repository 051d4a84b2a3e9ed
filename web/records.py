"""`/api/breaches/<breach_id>.json`: one report with everything that was seen of it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from analysis.database import shared_database
from analysis.filters import WrongFilter
from analysis.record import current_id, record_json
from web.answers import in_one_sentence, sentence, unchanged, version_headers


@in_one_sentence
def breach(request: Request) -> Response:
    """The report of that id; an older id is answered with a redirect to the current one."""
    if request.query_params:
        raise WrongFilter("The address of one report takes no parameters.")
    db, breach_id = shared_database(), request.path_params["breach_id"]
    headers = version_headers(db, "record", breach_id)
    known = unchanged(request, headers)
    if known is not None:
        return known
    found = record_json(db, breach_id)
    if found is not None:
        return Response(found, headers=headers, media_type="application/json")
    current = current_id(db, breach_id)
    if current is not None:
        return RedirectResponse(f"/api/breaches/{current}.json", 301, headers=headers)
    return sentence(f"There is no report {breach_id[:120]!r}.", 404)
