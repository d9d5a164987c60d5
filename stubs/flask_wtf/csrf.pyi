"""What the site uses of Flask-WTF's form tokens."""

from werkzeug.exceptions import BadRequest

class CSRFError(BadRequest): ...
