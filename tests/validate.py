#!/usr/bin/python3
"""Validates data files against a JSON Schema: validate.py SCHEMA FILE...; a line a file, "ok" or the first mistakes. YAML scalars are taken as strings."""
import json
import sys

import jsonschema
import yaml


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file) if path.endswith(".json") else yaml.load(file, Loader=yaml.BaseLoader)


schema = load(sys.argv[1])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for path in sys.argv[2:]:
    mistakes = ["/".join(map(str, error.absolute_path)) for error in validator.iter_errors(load(path))]
    print("ok" if not mistakes else "mistakes at: " + " ".join(sorted(set(mistakes)))[:200])
