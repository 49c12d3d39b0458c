# Compares what two systems made of the same files; uids and etags are left out.
# usage: databases.py REFERENCE.sqlite CANDIDATE.sqlite   (environment: SHOW, how many differences of a kind)
import os
import re
import sqlite3
import sys

SHOW = int(os.environ.get('SHOW', '25'))
UUID = re.compile(r'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')


class System:
    def __init__(self, file):
        self.connection = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
        self.connection.text_factory = lambda data: data.decode('utf-8', 'replace')
        self.uids = {row[0] for row in self.connection.execute('select entity_id from refresh_state')}

    def neutral(self, value):
        if not isinstance(value, str):
            return value
        text = re.sub(r'"etag":"[0-9a-f]{40}"', '"etag":"<etag>"', value)
        return UUID.sub(lambda found: '<uid>' if found.group(0) in self.uids else found.group(0), text)

    def rows(self, query):
        return [tuple(map(self.neutral, row)) for row in self.connection.execute(query)]


def tell(key, one, other):
    for column, (left, right) in enumerate(zip(one, other)):
        if left != right:
            left, right = str(left), str(right)
            same = next((i for i, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))
            start = max(0, same - 60)
            print(f'   {key} column {column} at {same}\n      reference {left[start:start + 300]!r}\n      candidate {right[start:start + 300]!r}')


def by_key(name, query):
    one, other = ({row[0]: row[1:] for row in system.rows(query)} for system in systems)
    differing = [key for key in sorted(set(one) | set(other)) if one.get(key) != other.get(key)]
    print(f'== {name}: {len(one)} and {len(other)} rows, {len(differing)} differ')
    for key in differing[:SHOW]:
        if key in one and key in other:
            tell(key, one[key], other[key])
        else:
            print(f'   {key} only in the {"reference" if key in one else "candidate"}')


def as_sets(name, query):
    one, other = (set(system.rows(query)) for system in systems)
    print(f'== {name}: {len(one)} and {len(other)} rows, {len(one - other)} only in the reference, {len(other - one)} only in the candidate')
    for label, rows in (('reference', one - other), ('candidate', other - one)):
        for row in sorted(rows, key=str)[:SHOW]:
            print(f'   {label} {str(row)[:260]}')


systems = [System(file) for file in sys.argv[1:3]]
by_key('unprocessed', 'select entity_ref, unprocessed_entity, location_key, unprocessed_hash from refresh_state')
by_key('errors', 'select entity_ref, errors from refresh_state')
by_key('processed', 'select entity_ref, processed_entity from refresh_state')
by_key('result hashes', 'select entity_ref, result_hash from refresh_state')
by_key('final', 'select entity_ref, final_entity from final_entities')
as_sets('relations', 'select r.entity_ref, x.source_entity_ref, x.type, x.target_entity_ref from relations x join refresh_state r on r.entity_id = x.originating_entity_id')
as_sets('search', 'select f.entity_ref, s.key, s.value, s.original_value from search s join final_entities f on f.entity_id = s.entity_id')
as_sets('refresh keys', 'select r.entity_ref, k.key from refresh_keys k join refresh_state r on r.entity_id = k.entity_id')
as_sets('references', 'select source_key, source_entity_ref, target_entity_ref from refresh_state_references')
