-- Observations as of the one moment in the table `moment`; all_… are all rows of the live files.

-- The newest coding of each document. The same bytes under the same name are the same document.
CREATE TABLE live AS
SELECT seq, id AS document_id
FROM all_documents
WHERE coded_at <= (SELECT instant FROM moment)
QUALIFY row_number() OVER (PARTITION BY snapshot_id, name ORDER BY seq DESC, id) = 1;

CREATE VIEW documents AS
SELECT d.* FROM all_documents d JOIN live l ON d.seq = l.seq AND d.id = l.document_id;

CREATE VIEW snapshots AS SELECT r.* FROM all_snapshots r JOIN live USING (seq, document_id);
CREATE VIEW sentences AS SELECT r.* FROM all_sentences r JOIN live USING (seq, document_id);
CREATE VIEW mentions AS SELECT r.* FROM all_mentions r JOIN live USING (seq, document_id);
CREATE VIEW times AS SELECT r.* FROM all_times r JOIN live USING (seq, document_id);
CREATE VIEW attributions AS
SELECT r.* FROM all_attributions r JOIN live USING (seq, document_id);
CREATE VIEW event_mentions AS
SELECT r.* FROM all_event_mentions r JOIN live USING (seq, document_id);
