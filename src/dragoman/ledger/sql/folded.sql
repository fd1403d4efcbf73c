-- Facts, and the events that they fold observations into, as of the same moment.

-- Facts that are held: known by then and not closed by then. A closed fact has two rows.
CREATE TABLE facts AS
WITH known AS (
    SELECT *, min(known_to) OVER (PARTITION BY id) AS closed
    FROM all_facts
    WHERE recorded_at <= (SELECT instant FROM moment) AND known_from <= (SELECT instant FROM moment)
)
SELECT * EXCLUDE (closed) REPLACE (closed AS known_to)
FROM known
WHERE closed IS NULL OR closed > (SELECT instant FROM moment)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY review DESC NULLS LAST, seq DESC) = 1;

-- Event mentions of which somebody said that they are not one event: each with each other one.
CREATE TABLE apart AS
SELECT subject AS mention_id, unnest(from_json(object, '["VARCHAR"]')) AS other
FROM facts
WHERE predicate = 'not_same_event';

-- Which event each event mention tells, and in which order its reports came: by day, on one day
-- those with an hour first. What a person decided goes before what a program found, and a
-- program's finding counts only for the coding that it came with or followed. A mention that is
-- told apart from others has an event of its own, which the others cannot join by a program.
CREATE TABLE reports AS
WITH believed AS (
    SELECT
        m.seq, m.document_id, m.mention_id, m.doc, m.id, f.review,
        CASE f.predicate
            WHEN 'same_event' THEN f.object
            WHEN 'not_same_event' THEN 'event_' || left(sha256(f.id), 16)
            ELSE m.id
        END AS event_id
    FROM event_mentions m
    LEFT JOIN facts f
        ON f.predicate IN ('same_event', 'not_same_event') AND f.subject = m.mention_id
        AND (f.seq >= m.seq OR f.review IS NOT NULL)
    QUALIFY row_number() OVER (
        PARTITION BY m.mention_id
        ORDER BY f.review DESC NULLS LAST, f.predicate = 'not_same_event' DESC, f.seq DESC, f.id
    ) = 1
),
rejoined AS (
    SELECT DISTINCT other.mention_id
    FROM apart a
    JOIN believed other ON other.mention_id = a.other
    JOIN believed one ON one.mention_id = a.mention_id AND one.event_id = other.event_id
    WHERE other.review IS NULL
),
told AS (
    SELECT * REPLACE (
        CASE WHEN mention_id IN (FROM rejoined) THEN id ELSE event_id END AS event_id
    )
    FROM believed
)
SELECT
    t.event_id, t.mention_id, t.document_id, t.seq,
    d.name AS document, t.doc.publisher AS publisher, t.doc.origin AS origin,
    d.published.earliest AS published,
    row_number() OVER (
        PARTITION BY t.event_id
        ORDER BY
            d.published.earliest NULLS LAST,
            contains(d.published.value, 'T') DESC,
            epoch(try_cast(d.published.value AS TIMESTAMPTZ)),
            t.mention_id
    ) AS place
FROM told t JOIN documents d ON d.seq = t.seq AND d.id = t.document_id;

-- Who takes part in each event mention, with who that is by the facts that are held.
CREATE TABLE participants AS
WITH part AS (
    SELECT mention_id, seq, 'actor' AS role,
        unnest(actors) AS words, generate_subscripts(actors, 1) AS position
    FROM event_mentions
    UNION ALL
    SELECT mention_id, seq, 'recipient', unnest(recipients), generate_subscripts(recipients, 1)
    FROM event_mentions
    UNION ALL
    SELECT mention_id, seq, 'speaker', claim.speaker, position
    FROM (
        SELECT mention_id, seq, unnest(claims) AS claim, generate_subscripts(claims, 1) AS position
        FROM event_mentions
    )
    WHERE claim.speaker IS NOT NULL
),
believed AS (
    SELECT
        p.*,
        from_json(f.object, '{"code": "VARCHAR", "sector": "VARCHAR", "identifier_id": "VARCHAR",
            "identifier_text": "VARCHAR", "rule": "VARCHAR"}') AS who
    FROM part p
    LEFT JOIN facts f
        ON f.predicate = 'refers_to' AND f.subject = p.mention_id || '/' || p.words.mention
        AND (f.seq >= p.seq OR f.review IS NOT NULL)
    QUALIFY row_number() OVER (
        PARTITION BY p.mention_id, p.role, p.position
        ORDER BY f.review DESC NULLS LAST, f.seq DESC, f.id
    ) = 1
)
SELECT
    r.event_id, b.mention_id, b.role, b.position,
    b.words.mention AS mention, b.words.text AS text,
    b.words.span."start" AS "start", b.words.span."end" AS "end",
    coalesce(b.who.code, '') AS code,
    coalesce(b.who.sector, '') AS sector,
    coalesce(b.who.identifier_id, '') AS identifier_id,
    coalesce(b.who.identifier_text, '') AS identifier_text,
    coalesce(b.who.rule, '') AS rule,
    list_distinct(list_filter(
        [coalesce(b.who.code, ''), coalesce(b.who.identifier_id, ''), lower(b.words.text)],
        lambda name: name <> ''
    )) AS names
FROM believed b JOIN reports r USING (mention_id);

-- One row for each event, as its first report has it.
CREATE VIEW events AS
SELECT r.event_id, r.published, m.* EXCLUDE (id)
FROM reports r JOIN event_mentions m USING (mention_id, seq)
WHERE r.place = 1;
