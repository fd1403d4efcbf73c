-- Who acts on whom most often, by the codes of actors and recipients.
--   $statuses, $historical, $since, $until   which events count; NULL does not filter
--   $claimed_by, $own_voice                  who says so (names of speakers), or nobody
--   $limit                                   how many pairs
SELECT
    a.code AS actor,
    b.code AS recipient,
    count(DISTINCT e.event_id) AS events,
    count(DISTINCT r.document_id) AS reports,
    sum(e.event_scale) FILTER (r.place = 1) AS net
FROM events e
JOIN (SELECT DISTINCT mention_id, code FROM participants WHERE role = 'actor' AND code <> '') a
    USING (mention_id)
JOIN (SELECT DISTINCT mention_id, code FROM participants WHERE role = 'recipient' AND code <> '') b
    USING (mention_id)
JOIN reports r USING (event_id)
WHERE list_contains($statuses, e.status)
    AND a.code <> b.code
    AND ($historical::BOOLEAN IS NULL OR e.historical = $historical)
    AND ($since::DATE IS NULL OR e.time.latest >= $since)
    AND ($until::DATE IS NULL OR e.time.earliest <= $until)
    AND ($own_voice::BOOLEAN IS NULL OR (len(e.claims) = 0) = $own_voice)
    AND ($claimed_by::VARCHAR[] IS NULL OR EXISTS (
        SELECT 1 FROM participants p
        WHERE p.mention_id = e.mention_id AND p.role = 'speaker'
            AND list_has_any(p.names, $claimed_by)))
GROUP BY a.code, b.code
ORDER BY events DESC, reports DESC, actor, recipient
LIMIT $limit;
