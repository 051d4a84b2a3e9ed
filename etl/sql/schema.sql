-- The public tables. Researchers query them, so every table and column says what it is.

CREATE TABLE snapshots (
    snapshot_id VARCHAR NOT NULL,
    sequence INTEGER NOT NULL,
    retrieved_on DATE NOT NULL,
    source VARCHAR NOT NULL,
    listing VARCHAR NOT NULL,
    coverage VARCHAR NOT NULL,
    row_count INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL,
    announced_rows INTEGER,
    retrieved_at TIMESTAMP NOT NULL,
    address VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL
);
COMMENT ON TABLE snapshots IS 'One row is one fetched or imported export: what HHS showed on one day.';
COMMENT ON COLUMN snapshots.snapshot_id IS 'Day, listing and hash of the files: the same files on the same day are one snapshot.';
COMMENT ON COLUMN snapshots.sequence IS 'Order in time, from 1, of the snapshots in this database; it changes when an older export is loaded.';
COMMENT ON COLUMN snapshots.retrieved_on IS 'Day on which the export was fetched, or was saved by a person.';
COMMENT ON COLUMN snapshots.source IS 'portal (fetched from HHS), file (saved by a person) or sample (bundled with the project).';
COMMENT ON COLUMN snapshots.listing IS 'hipaa, or part2 for reports of substance-use programmes under 42 CFR Part 2.';
COMMENT ON COLUMN snapshots.coverage IS 'both, under_investigation or archive: the views of the portal that the export shows.';
COMMENT ON COLUMN snapshots.row_count IS 'Rows in the files, refused ones included.';
COMMENT ON COLUMN snapshots.rejected_count IS 'Rows that broke the contract; see rejects.';
COMMENT ON COLUMN snapshots.announced_rows IS 'Row count that the portal''s pages announced. NULL for saved files.';
COMMENT ON COLUMN snapshots.retrieved_at IS 'Moment (UTC) at which the files were fetched or imported.';
COMMENT ON COLUMN snapshots.address IS 'Where the files came from: addresses or file names.';
COMMENT ON COLUMN snapshots.sha256 IS 'SHA-256 of each file, in the order of their names.';

CREATE TABLE observations (
    breach_id VARCHAR NOT NULL,
    snapshot_id VARCHAR NOT NULL,
    listing VARCHAR NOT NULL,
    entity_name VARCHAR NOT NULL,
    state VARCHAR,
    entity_type VARCHAR,
    individuals_affected BIGINT,
    submitted_on DATE NOT NULL,
    breach_type VARCHAR,
    location VARCHAR,
    business_associate_present BOOLEAN,
    status VARCHAR,
    web_description VARCHAR,
    mechanism VARCHAR,
    mechanism_basis VARCHAR,
    vendor_involved BOOLEAN,
    file_name VARCHAR NOT NULL,
    line_number INTEGER NOT NULL,
    link_rule VARCHAR NOT NULL,
    link_score DOUBLE NOT NULL
);
COMMENT ON TABLE observations IS 'One row is one report as one snapshot showed it.';
COMMENT ON COLUMN observations.breach_id IS 'The report; see breaches.';
COMMENT ON COLUMN observations.snapshot_id IS 'The snapshot; see snapshots.';
COMMENT ON COLUMN observations.file_name IS 'File of the snapshot that held the row.';
COMMENT ON COLUMN observations.line_number IS 'Line of that file on which the row begins.';
COMMENT ON COLUMN observations.link_rule IS 'Rule by which the row was recognised as this report; new where it is the first row of it.';
COMMENT ON COLUMN observations.link_score IS 'Strength of that link, 0 to 1.';

CREATE TABLE breaches (
    breach_id VARCHAR NOT NULL,
    listing VARCHAR NOT NULL,
    entity_name VARCHAR NOT NULL,
    state VARCHAR,
    entity_type VARCHAR,
    individuals_affected BIGINT,
    submitted_on DATE NOT NULL,
    breach_type VARCHAR,
    location VARCHAR,
    business_associate_present BOOLEAN,
    status VARCHAR,
    web_description VARCHAR,
    mechanism VARCHAR,
    mechanism_basis VARCHAR,
    vendor_involved BOOLEAN,
    is_placeholder BOOLEAN NOT NULL,
    first_seen_on DATE NOT NULL,
    last_seen_on DATE NOT NULL,
    breach_started_on DATE,
    breach_ended_on DATE,
    business_associate_name VARCHAR
);
COMMENT ON TABLE breaches IS 'One row is one report of a breach of 500 or more individuals, as the newest snapshot shows it. One event may be several reports.';
COMMENT ON COLUMN breaches.breach_id IS 'Readable name of the report, ours (HHS gives none): year, entity, state. It keeps resolving after later loads.';

CREATE TABLE breach_types (breach_id VARCHAR NOT NULL, breach_type VARCHAR NOT NULL);
COMMENT ON TABLE breach_types IS 'One row is one report and one of its types of breach: a report with two types stands twice.';
COMMENT ON COLUMN breach_types.breach_id IS 'The report; see breaches.';
COMMENT ON COLUMN breach_types.breach_type IS 'Hacking/IT Incident, Unauthorized Access/Disclosure, Theft, Loss, Improper Disposal, Other or Unknown.';

CREATE TABLE breach_locations (breach_id VARCHAR NOT NULL, location VARCHAR NOT NULL);
COMMENT ON TABLE breach_locations IS 'One row is one report and one of the locations of its information: a report with two locations stands twice.';
COMMENT ON COLUMN breach_locations.breach_id IS 'The report; see breaches.';
COMMENT ON COLUMN breach_locations.location IS 'Network Server, Email, Paper/Films, Laptop, Desktop Computer, Other Portable Electronic Device, Electronic Medical Record or Other.';

CREATE TABLE revisions (
    breach_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    old_value VARCHAR,
    new_value VARCHAR,
    previous_seen_on DATE NOT NULL,
    seen_on DATE NOT NULL
);
COMMENT ON TABLE revisions IS 'One row is one changed field of one report between two snapshots that show it.';
COMMENT ON COLUMN revisions.breach_id IS 'The report; see breaches.';
COMMENT ON COLUMN revisions.field IS 'Name of the changed column of breaches.';
COMMENT ON COLUMN revisions.old_value IS 'Value before, as text. NULL where it was not stated.';
COMMENT ON COLUMN revisions.new_value IS 'Value after, as text. NULL where it is not stated.';
COMMENT ON COLUMN revisions.previous_seen_on IS 'Day of the last snapshot with the old value.';
COMMENT ON COLUMN revisions.seen_on IS 'Day of the first snapshot with the new value: HHS changed it somewhere between the two.';

CREATE TABLE rejects (
    snapshot_id VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    line_number INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    raw VARCHAR NOT NULL
);
COMMENT ON TABLE rejects IS 'One row is one row of an export that broke the contract and is in no other table.';
COMMENT ON COLUMN rejects.snapshot_id IS 'The snapshot; see snapshots.';
COMMENT ON COLUMN rejects.file_name IS 'File of the snapshot that held the row.';
COMMENT ON COLUMN rejects.line_number IS 'Line of that file on which the row begins.';
COMMENT ON COLUMN rejects.reason IS 'What is wrong with the row.';
COMMENT ON COLUMN rejects.raw IS 'The cells as they came, separated by the unit separator (U+001F).';

CREATE TABLE breach_aliases (alias VARCHAR NOT NULL, breach_id VARCHAR NOT NULL);
COMMENT ON TABLE breach_aliases IS 'One row is one other name of a report: an id under which it was, or would have been, published before.';
COMMENT ON COLUMN breach_aliases.alias IS 'The other name.';
COMMENT ON COLUMN breach_aliases.breach_id IS 'The report; see breaches.';

CREATE TABLE breach_dates (
    breach_id VARCHAR NOT NULL,
    breach_started_on DATE,
    breach_ended_on DATE,
    business_associate_name VARCHAR
);
COMMENT ON TABLE breach_dates IS 'One row is one report matched with OCR''s list of 27 June 2014, which named breach dates and the business associate.';
COMMENT ON COLUMN breach_dates.breach_id IS 'The report; see breaches.';
COMMENT ON COLUMN breach_dates.breach_started_on IS 'First day of the breach, as the list of 2014 gave it.';
COMMENT ON COLUMN breach_dates.breach_ended_on IS 'Last day of the breach, as the list of 2014 gave it. NULL where it gave one day.';
COMMENT ON COLUMN breach_dates.business_associate_name IS 'Business associate named in the list of 2014. NULL where it named none.';

CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL);
COMMENT ON TABLE meta IS 'One row is one fact about this database file.';
COMMENT ON COLUMN meta.key IS 'schema_version, build_id, built_at.';
COMMENT ON COLUMN meta.value IS 'The fact, as text.';

-- What HHS showed on a day: every report of the newest full export up to that day, plus what later
-- exports of one view added. A report that a later full export no longer shows is not in it.
CREATE MACRO breaches_as_of(day) AS TABLE
WITH shown AS (
    SELECT observations.*, snapshots.sequence, snapshots.retrieved_on
    FROM observations
    JOIN snapshots USING (snapshot_id)
    WHERE snapshots.retrieved_on <= CAST(day AS DATE)
),
last_full AS (
    SELECT listing, max(sequence) AS sequence
    FROM snapshots
    WHERE coverage = 'both' AND retrieved_on <= CAST(day AS DATE)
    GROUP BY listing
),
seen AS (
    SELECT
        breach_id,
        min(retrieved_on) AS first_seen_on,
        max(retrieved_on) AS last_seen_on,
        max(sequence) AS sequence
    FROM shown
    GROUP BY breach_id
)
SELECT
    shown.breach_id,
    shown.listing,
    shown.entity_name,
    shown.state,
    shown.entity_type,
    shown.individuals_affected,
    shown.submitted_on,
    shown.breach_type,
    shown.location,
    shown.business_associate_present,
    shown.status,
    shown.web_description,
    shown.mechanism,
    shown.mechanism_basis,
    shown.vendor_involved,
    coalesce(shown.individuals_affected IN (500, 501), false) AS is_placeholder,
    seen.first_seen_on,
    seen.last_seen_on,
    breach_dates.breach_started_on,
    breach_dates.breach_ended_on,
    breach_dates.business_associate_name
FROM shown
JOIN seen USING (breach_id, sequence)
LEFT JOIN last_full ON last_full.listing = shown.listing
LEFT JOIN breach_dates ON breach_dates.breach_id = shown.breach_id
WHERE shown.sequence >= coalesce(last_full.sequence, 0);
