"""The JSON objects of the command line as JSON Schema: what scripts may rely on."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
OPTIONAL: Schema = {"type": ["string", "null"], "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT}
BOTH: Schema = {
    "type": "object",
    "properties": {"ko": TEXT, "en": TEXT},
    "required": ["ko", "en"],
    "additionalProperties": False,
}


def _closed(properties: Schema, **more: object) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **more,
    }


_HEADER = _closed(
    {
        "name": TEXT,
        "level": {"enum": ["MUST", "SHOULD", "MAY", "typical"]},
        "condition": {"anyOf": [BOTH, {"type": "null"}]},
        "reference": TEXT,
    }
)
_CONSTANT = _closed({"name": TEXT, "since": OPTIONAL, "deprecated": {"type": "boolean"}})
_CLASS: Schema = {"enum": ["1xx", "2xx", "3xx", "4xx", "5xx", None]}

ENTRY = _closed(
    {
        "id": {"type": "string", "pattern": r"^\d{3}(-[a-z]+)?$"},
        "kind": {"const": "code"},
        "code": {"type": "integer", "minimum": 0, "maximum": 999},
        "phrase": TEXT,
        "korean": TEXT,
        "class": _CLASS,
        "registration": {"enum": ["registered", "temporary", "unused", "unofficial"]},
        "vendor": OPTIONAL,
        "reference": OPTIONAL,
        "url": OPTIONAL,
        "former_phrases": TEXTS,
        "cacheable": {"type": "boolean"},
        "must_not_store": {"type": "boolean"},
        "content": {"enum": ["allowed", "none", None]},
        "retry": TEXT,
        "essential": {"type": "boolean"},
        "side": _closed({"who": {"enum": ["client", "server", "between", "nobody"]}, "ko": TEXT, "en": TEXT}),
        "first_step": BOTH,
        "summary": BOTH,
        "sections": {
            "type": "object",
            "propertyNames": {"enum": ["server", "client", "causes", "use", "cautions", "example"]},
            "additionalProperties": BOTH,
        },
        "headers": {"type": "array", "items": _HEADER},
        "constants": {
            "type": "object",
            "propertyNames": {"enum": ["python", "go", "spring", "dotnet", "rust", "node", "symfony"]},
            "additionalProperties": {"type": "array", "items": _CONSTANT, "minItems": 1},
        },
        "confusable": TEXTS,
        "notes": TEXTS,
        "sources": TEXTS,
    }
)

NUMBER = _closed(
    {
        "id": {"type": "string", "pattern": r"^\d{3}$"},
        "kind": {"const": "code"},
        "code": {"type": "integer", "minimum": 0, "maximum": 999},
        "class": _CLASS,
        "registration": {"enum": ["unassigned", "invalid"]},
        "treat_as": {"enum": ["100", "200", "300", "400", "500", "5xx"]},
        "unassigned": {
            "anyOf": [_closed({"first": {"type": "integer"}, "last": {"type": "integer"}}), {"type": "null"}]
        },
        "reference": TEXT,
        "url": TEXT,
        "summary": BOTH,
        "sections": _closed({"client": BOTH, "meaning": BOTH}),
    }
)

_FOUND: Schema = {
    "score": {"type": "number", "minimum": 0, "maximum": 1},
    "matched": {
        "type": "array",
        "items": _closed(
            {
                "field": TEXT,
                "text": TEXT,
                "spans": {
                    "type": "array",
                    "items": {
                        "type": "array",
                        "items": {"type": "integer", "minimum": 0},
                        "minItems": 2,
                        "maxItems": 2,
                    },
                },
            }
        ),
    },
}


def found(schema: Schema) -> Schema:
    """The shape of an object as ``search`` prints it."""
    return _closed(schema["properties"] | _FOUND)


CODES: Schema = {"type": "array", "items": {"type": "string", "pattern": r"^\d{3}(-[a-z]+)?$"}}
NOTE = _closed({"id": TEXT, "kind": {"const": "note"}, "title": BOTH, "codes": CODES})
NEIGHBOUR = _closed(
    {"id": TEXT, "kind": {"const": "neighbour"}, "family": TEXT, "number": TEXT, "name": TEXT, "codes": CODES}
)
WHOLE_NEIGHBOUR = _closed(
    NEIGHBOUR["properties"]
    | {"aliases": TEXTS, "meaning": BOTH, "no_answer": {"type": "boolean"}, "check": BOTH, "source": TEXT}
)
MESSAGE = _closed({"id": TEXT, "kind": {"const": "message"}, "text": BOTH, "codes": CODES})
CHOICE = _closed({"id": TEXT, "kind": {"const": "choice"}, "text": BOTH, "codes": CODES})
FOREIGN = _closed({"id": TEXT, "kind": {"const": "foreign"}, "system": TEXT, "text": BOTH})

RESULTS: Schema = {
    "type": "array",
    "items": {"anyOf": [found(shape) for shape in (ENTRY, NUMBER, NOTE, NEIGHBOUR, MESSAGE, CHOICE, FOREIGN)]},
}
