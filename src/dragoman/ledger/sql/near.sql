-- Run in a schema of its own, which stands before `main` on the search path and holds `asked`: the
-- types, days and names to look for. folded.sql then folds only what may be meant, so that asking
-- takes little longer in a large ledger than in a small one.
CREATE TABLE event_mentions AS
SELECT m.*
FROM main.event_mentions m
WHERE EXISTS (
    SELECT 1 FROM asked a
    WHERE a.event = m.event AND m.time.earliest <= a.latest AND m.time.latest >= a.earliest
);

CREATE TABLE all_facts AS
SELECT f.*
FROM main.all_facts f
WHERE split_part(f.subject, '/', 1) IN (SELECT mention_id FROM event_mentions);
