"""The JSON Schema of rulebooks in YAML, for editors: it completes keys and marks what cannot stand where it does.

Its words come from the keyword table, in both languages. What stands in a scalar is the program's to read, not the
schema's.
"""

import json

import def_tables

SCALAR = {"$ref": "#/$defs/scalar"}  # whatever an editor takes it for, a rulebook takes its characters
TEXTS = {"en": SCALAR, "id": SCALAR}


def either(*shapes):
    return {"anyOf": list(shapes)}


def one_or_list(shape):
    return either(shape, {"type": "array", "items": shape, "minItems": 1})


def named(shape):
    """A mapping whose keys are the author's names."""
    return {"type": "object", "additionalProperties": shape}


def one_entry(shape):
    return {**named(shape), "minProperties": 1, "maxProperties": 1}


class Language:
    """The definitions in the words of one language."""

    def __init__(self, keywords, language):
        self.words = {k.name: k.spellings[language][0] for k in keywords}

    def keys(self, required=(), labelled=True, **shapes):
        """A mapping with these keywords as keys; with a label go its translations."""
        properties = {self.words[name]: shape for name, shape in shapes.items()}
        if labelled:
            properties = {self.words["label"]: SCALAR, **TEXTS, **properties}
        shape = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            shape["required"] = [self.words[name] for name in required]
        return shape

    def definitions(self):
        label = self.keys()
        names = either(one_or_list(SCALAR), named(label))
        body = one_or_list(SCALAR)
        values = either(one_or_list(SCALAR), named(either(SCALAR, label)))
        rows = one_or_list(SCALAR)
        dated_rows = either(rows, self.keys(labelled=False, basis=SCALAR, **{"is": rows, "for_": named(rows)}))
        value = {"is": body, "rounded": SCALAR, "assessed_when": SCALAR, "basis": SCALAR}
        weighed = {"weight": SCALAR, "in": SCALAR}
        belonging = one_entry(named(SCALAR))
        world = {**named(SCALAR), "properties": {self.words["having"]: one_or_list(belonging)}}
        given = one_entry(either(SCALAR, world))
        reason = either(SCALAR, label)
        decision = self.keys(["when"], labelled=False, when=SCALAR, because=reason, code=SCALAR, basis=SCALAR)
        column = either(SCALAR, self.keys(["is"], **{"is": SCALAR}))
        one_name = either(SCALAR, one_entry(label))
        return {
            "choice": self.keys(values=values, ordered=values, basis=SCALAR),
            "table": self.keys(
                key=names,
                belongs_to=either(one_or_list(SCALAR), named(names)),
                dated=one_name,
                period=one_name,
                columns=named(column),
                basis=SCALAR,
            ),
            "parameter": self.keys(
                by=one_or_list(SCALAR),
                basis=SCALAR,
                **{"in": SCALAR, "from": named(dated_rows), "is": rows, "for_": named(rows)},
            ),
            "measure": either(body, self.keys(["is"], by=one_or_list(SCALAR), changeable=SCALAR, **value)),
            "criterion": self.keys(
                measured_by=SCALAR,
                points=rows,
                assessed_when=SCALAR,
                if_missing=SCALAR,
                code=SCALAR,
                basis=SCALAR,
                **weighed,
            ),
            "score": either(body, self.keys(["is"], **value, **weighed)),
            "outcome": either(SCALAR, self.keys(confirmed_by_a_person=SCALAR, outside_the_order=SCALAR, basis=SCALAR)),
            "decision": one_entry(either({"const": self.words["otherwise"]}, decision)),
            "guarantee": either(SCALAR, self.keys(["is"], basis=SCALAR, **{"is": SCALAR})),
            "test": self.keys(
                ["label", "expect"],
                basis=SCALAR,
                given=one_or_list(given),
                expect=one_or_list(SCALAR),
                **{"in": SCALAR},
            ),
        }

    def rulebook(self, at):
        ref = {name: {"$ref": f"{at}/{name}"} for name in self.definitions()}
        return self.keys(
            rulebook=SCALAR,
            version=SCALAR,
            in_force=self.keys(["from"], labelled=False, **{"from": SCALAR, "to": SCALAR}),
            evaluates=either(SCALAR, one_entry(SCALAR)),
            amends=SCALAR,
            basis=SCALAR,
            use=one_or_list(SCALAR),
            choices=named(ref["choice"]),
            tables=named(ref["table"]),
            parameters=named(ref["parameter"]),
            measures=named(ref["measure"]),
            criteria=named(ref["criterion"]),
            score=ref["score"],
            scores=named(ref["score"]),
            outcomes=named(ref["outcome"]),
            decide=one_or_list(ref["decision"]),
            guarantees=one_or_list(ref["guarantee"]),
            tests=one_or_list(ref["test"]),
        )


def schema(root):
    """The text of the schema."""
    keywords = def_tables.keywords(root)
    definitions = {"scalar": {"type": ["string", "number", "boolean"]}}
    for code in ("en", "id"):
        language = Language(keywords, code)
        definitions[code] = {"rulebook": language.rulebook(f"#/$defs/{code}"), **language.definitions()}
    rulebook = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Nilai rulebook in YAML",
        "anyOf": [{"$ref": "#/$defs/en/rulebook"}, {"$ref": "#/$defs/id/rulebook"}],
        "$defs": definitions,
    }
    return json.dumps(rulebook, ensure_ascii=False, indent=1) + "\n"
