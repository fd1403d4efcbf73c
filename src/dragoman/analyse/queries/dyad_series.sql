-- What two sides do to each other, by period and direction.
--   $side_a, $side_b  names of participants (codes, identifiers, words in lower case)
--   $unit             day, week, month, quarter or year
--   $longest          the most days that an event's time may span to be put into one period
--   $statuses, $historical, $since, $until   which events count; NULL does not filter
--   $claimed_by, $own_voice                  who says so (names of speakers), or nobody
--   $mutual           types and modes without direction, as TYPE and TYPE/mode
-- One row for each period and direction, also for periods without events, in order; and one row
-- without a period for events that are dated too vaguely.
WITH positions AS (
    SELECT
        mention_id,
        list(position) FILTER (role = 'actor' AND list_has_any(names, $side_a)) AS a_acts,
        list(position) FILTER (role = 'actor' AND list_has_any(names, $side_b)) AS b_acts,
        bool_or(role = 'recipient' AND list_has_any(names, $side_a)) AS a_receives,
        bool_or(role = 'recipient' AND list_has_any(names, $side_b)) AS b_receives
    FROM participants
    GROUP BY mention_id
),
sides AS (
    SELECT
        mention_id,
        a_acts IS NOT NULL AND b_receives AS a_on_b,
        b_acts IS NOT NULL AND a_receives AS b_on_a,
        a_acts IS NOT NULL AND b_acts IS NOT NULL
            AND len(list_distinct(list_concat(a_acts, b_acts))) > 1 AS together
    FROM positions
),
between_them AS (
    SELECT
        e.event_id, e.event_scale, e.time,
        s.a_on_b, s.b_on_a, s.together,
        CASE
            WHEN len(e.modes) = 0 THEN list_contains($mutual, e.event)
            ELSE list_has_any($mutual, list_transform(e.modes, lambda m: e.event || '/' || m))
        END AS mutual
    FROM events e JOIN sides s USING (mention_id)
    WHERE list_contains($statuses, e.status)
        AND ($historical::BOOLEAN IS NULL OR e.historical = $historical)
        AND ($since::DATE IS NULL OR e.time.earliest >= $since)
        AND ($until::DATE IS NULL OR e.time.earliest <= $until)
        AND ($own_voice::BOOLEAN IS NULL OR (len(e.claims) = 0) = $own_voice)
        AND ($claimed_by::VARCHAR[] IS NULL OR EXISTS (
            SELECT 1 FROM participants p
            WHERE p.mention_id = e.mention_id AND p.role = 'speaker'
                AND list_has_any(p.names, $claimed_by)))
),
counted AS (
    SELECT
        event_id, event_scale,
        CASE
            WHEN time.latest - time.earliest < $longest
                THEN date_trunc($unit, time.earliest)::DATE
        END AS period,
        CASE
            WHEN a_on_b AND b_on_a THEN 'mutual'
            WHEN mutual AND (a_on_b OR b_on_a OR together) THEN 'mutual'
            WHEN a_on_b THEN 'a>b'
            WHEN b_on_a THEN 'b>a'
        END AS direction
    FROM between_them
),
placed AS (
    SELECT event_id, event_scale, period, direction FROM counted WHERE direction IS NOT NULL
    UNION ALL
    SELECT event_id, event_scale, period, 'all' FROM counted WHERE direction IS NOT NULL
),
scores AS (
    SELECT
        period, direction,
        sum(greatest(event_scale, 0)) AS cooperation,
        sum(least(event_scale, 0)) AS conflict,
        count(*) AS events
    FROM placed
    GROUP BY period, direction
),
tellings AS (
    SELECT
        p.period, p.direction,
        count(DISTINCT r.document_id) AS reports,
        count(DISTINCT coalesce(
            nullif(lower(trim(r.origin)), ''), nullif(lower(trim(r.publisher)), ''), r.document_id
        )) AS sources
    FROM placed p JOIN reports r USING (event_id)
    GROUP BY p.period, p.direction
),
periods AS (
    SELECT unnest(generate_series(
        date_trunc($unit, coalesce($since::DATE, min(period))),
        date_trunc($unit, coalesce($until::DATE, max(period))),
        CASE $unit
            WHEN 'day' THEN INTERVAL 1 DAY
            WHEN 'week' THEN INTERVAL 7 DAY
            WHEN 'month' THEN INTERVAL 1 MONTH
            WHEN 'quarter' THEN INTERVAL 3 MONTH
            ELSE INTERVAL 1 YEAR
        END
    ))::DATE AS period
    FROM placed
),
grid AS (
    SELECT period, direction
    FROM periods, (VALUES ('all'), ('a>b'), ('b>a'), ('mutual')) AS every (direction)
    UNION ALL
    SELECT NULL, 'all'
)
SELECT
    g.period, g.direction,
    coalesce(s.cooperation, 0.0) AS cooperation,
    coalesce(s.conflict, 0.0) AS conflict,
    coalesce(s.cooperation + s.conflict, 0.0) AS net,
    coalesce(s.events, 0) AS events,
    coalesce(t.reports, 0) AS reports,
    coalesce(t.sources, 0) AS sources
FROM grid g
LEFT JOIN scores s ON s.period IS NOT DISTINCT FROM g.period AND s.direction = g.direction
LEFT JOIN tellings t ON t.period IS NOT DISTINCT FROM g.period AND t.direction = g.direction
ORDER BY g.period NULLS LAST, list_position(['all', 'a>b', 'b>a', 'mutual'], g.direction);
