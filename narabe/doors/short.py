"""`/v/<number>`: the short address of a saved view, which leads to the page as it was saved."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from narabe.desk import views
from narabe.doors import documents
from narabe.doors.asking import in_its_language, language
from narabe.model.problem import Problem


def route() -> Route:
    # A plain function runs in a thread; asking for the view reads a file.
    def answer(request: Request) -> Response:
        try:
            address = views.address(views.view(request.path_params["view_id"]))
        except Problem as problem:
            return documents.not_found(problem.message, language(request), "../")
        led = f"..{in_its_language(address, request)}"
        return RedirectResponse(led, status_code=303, headers={"cache-control": "no-store"})

    return Route("/v/{view_id}", answer)
