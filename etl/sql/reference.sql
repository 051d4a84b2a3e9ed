-- Reference facts beside the reports, each with its source. Filled from data/reference and data/cases.

CREATE TABLE state_population (
    state VARCHAR NOT NULL,
    census_day DATE NOT NULL,
    resident_population BIGINT NOT NULL,
    source VARCHAR NOT NULL
);
COMMENT ON TABLE state_population IS 'One row is one state (DC and PR included) at one decennial census.';
COMMENT ON COLUMN state_population.state IS 'Two-letter postal code.';
COMMENT ON COLUMN state_population.census_day IS 'Day of the census.';
COMMENT ON COLUMN state_population.resident_population IS 'People living in the state on that day.';
COMMENT ON COLUMN state_population.source IS 'Where the figure comes from.';

CREATE TABLE enforcement_actions (
    action_id VARCHAR NOT NULL,
    announced_on DATE NOT NULL,
    date_precision VARCHAR NOT NULL,
    entity VARCHAR NOT NULL,
    filed_as VARCHAR,
    amount_usd BIGINT NOT NULL,
    action_type VARCHAR NOT NULL,
    topic VARCHAR NOT NULL,
    individuals_affected BIGINT,
    note VARCHAR,
    source VARCHAR NOT NULL
);
COMMENT ON TABLE enforcement_actions IS 'One row is one settlement with OCR or one penalty by it that a source was seen for. The list is not complete.';
COMMENT ON COLUMN enforcement_actions.action_id IS 'Name of the action, ours: date and entity.';
COMMENT ON COLUMN enforcement_actions.announced_on IS 'Day on which OCR made it known; the first of the month where only the month is known.';
COMMENT ON COLUMN enforcement_actions.date_precision IS 'day or month: how exactly the date is known.';
COMMENT ON COLUMN enforcement_actions.entity IS 'Who paid, as the source names them.';
COMMENT ON COLUMN enforcement_actions.filed_as IS 'Name under which the breach report was filed, where it is another one.';
COMMENT ON COLUMN enforcement_actions.amount_usd IS 'Amount in US dollars of the year.';
COMMENT ON COLUMN enforcement_actions.action_type IS 'settlement or civil_money_penalty.';
COMMENT ON COLUMN enforcement_actions.topic IS 'What it was about: breach, access, right_of_access or filming.';
COMMENT ON COLUMN enforcement_actions.individuals_affected IS 'Individuals affected by the breach it was about, where a source says so.';
COMMENT ON COLUMN enforcement_actions.note IS 'What else one should know of it.';
COMMENT ON COLUMN enforcement_actions.source IS 'Address at which it was read.';

CREATE TABLE enforcement_reports (action_id VARCHAR NOT NULL, breach_id VARCHAR NOT NULL);
COMMENT ON TABLE enforcement_reports IS 'One row is one enforcement action and the report it concerns. Only where the facts agree: most actions have no row.';
COMMENT ON COLUMN enforcement_reports.action_id IS 'The action; see enforcement_actions.';
COMMENT ON COLUMN enforcement_reports.breach_id IS 'The report; see breaches.';

CREATE TABLE published_figures (
    figure_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    year_published INTEGER,
    metric VARCHAR NOT NULL,
    dimension VARCHAR NOT NULL,
    value_key VARCHAR NOT NULL,
    value DOUBLE,
    unit VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    comparable BOOLEAN NOT NULL,
    nearest_snapshot DATE,
    from_on DATE,
    to_on DATE,
    measure VARCHAR NOT NULL,
    group_column VARCHAR NOT NULL,
    group_value VARCHAR,
    counting VARCHAR NOT NULL,
    min_individuals BIGINT,
    note VARCHAR,
    address VARCHAR
);
COMMENT ON TABLE published_figures IS 'One row is one figure that a paper, OCR or the press published, with what a machine needs to compute it again.';
COMMENT ON COLUMN published_figures.figure_id IS 'Number of the figure, ours.';
COMMENT ON COLUMN published_figures.source IS 'Who published it, and where.';
COMMENT ON COLUMN published_figures.year_published IS 'Year of publication. NULL where the source gives none.';
COMMENT ON COLUMN published_figures.metric IS 'What the source counts, in its own terms.';
COMMENT ON COLUMN published_figures.dimension IS 'By what the source splits it.';
COMMENT ON COLUMN published_figures.value_key IS 'Which part of that split the figure is for.';
COMMENT ON COLUMN published_figures.value IS 'The published figure, in unit. NULL where the finding is in words (see note).';
COMMENT ON COLUMN published_figures.unit IS '1 (as it is), millions, pct (of 100) or usd.';
COMMENT ON COLUMN published_figures.definition IS 'What is counted, in our words.';
COMMENT ON COLUMN published_figures.basis IS 'submission (by date of the report), occurrence (by date of the breach), own_coding, enforcement or other.';
COMMENT ON COLUMN published_figures.comparable IS 'Whether it can be computed from our tables; if not, note says why.';
COMMENT ON COLUMN published_figures.nearest_snapshot IS 'Of the exports of 2015, 2016, 2020, 2022, 2024 and 2026 the one nearest in time that holds the period. NULL where not comparable or not of reports.';
COMMENT ON COLUMN published_figures.from_on IS 'First submission date that counts (of an action: first day).';
COMMENT ON COLUMN published_figures.to_on IS 'Last submission date that counts (of an action: last day).';
COMMENT ON COLUMN published_figures.measure IS 'reports, individuals (sum), mean, median (of individuals), share_reports, share_individuals (of all in the period), enforcement_usd (sum of enforcement_actions) or none.';
COMMENT ON COLUMN published_figures.group_column IS 'Column of breaches that narrows the reports, or none.';
COMMENT ON COLUMN published_figures.group_value IS 'Its value; several are separated by |.';
COMMENT ON COLUMN published_figures.counting IS 'any_of: a report counts if any of its types is among group_value. none where nothing is computed from reports.';
COMMENT ON COLUMN published_figures.min_individuals IS 'Only reports of at least so many individuals. NULL for all.';
COMMENT ON COLUMN published_figures.note IS 'Why it is not comparable, or what explains a known difference.';
COMMENT ON COLUMN published_figures.address IS 'Address at which it was read.';

CREATE TABLE rules (topic VARCHAR NOT NULL, statement VARCHAR NOT NULL, source VARCHAR NOT NULL);
COMMENT ON TABLE rules IS 'One row is one rule or practice of HHS that matters for reading the reports.';
COMMENT ON COLUMN rules.topic IS 'Short name of the rule.';
COMMENT ON COLUMN rules.statement IS 'The rule, in our words.';
COMMENT ON COLUMN rules.source IS 'Where it was read.';

CREATE TABLE cases (
    slug VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    summary VARCHAR NOT NULL,
    vector VARCHAR NOT NULL,
    data_exposed VARCHAR[] NOT NULL,
    caveats VARCHAR[] NOT NULL,
    source VARCHAR NOT NULL,
    filed_entity_name VARCHAR NOT NULL,
    filed_individuals_affected BIGINT NOT NULL,
    filed_submitted_on DATE NOT NULL,
    filed_entity_type VARCHAR NOT NULL,
    filed_breach_type VARCHAR NOT NULL,
    filed_location VARCHAR NOT NULL,
    filed_state VARCHAR NOT NULL,
    filed_business_associate_present BOOLEAN NOT NULL,
    filed_seen_on DATE NOT NULL
);
COMMENT ON TABLE cases IS 'One row is one well-known breach, from a case file in data/cases.';
COMMENT ON COLUMN cases.slug IS 'Name of the case in addresses.';
COMMENT ON COLUMN cases.title IS 'Name and year.';
COMMENT ON COLUMN cases.short_name IS 'Name for labels in charts.';
COMMENT ON COLUMN cases.year IS 'Year in which the principal report was filed.';
COMMENT ON COLUMN cases.summary IS 'The case in one sentence.';
COMMENT ON COLUMN cases.vector IS 'How it happened, as far as it is published.';
COMMENT ON COLUMN cases.data_exposed IS 'Kinds of data. Empty where no source here names them.';
COMMENT ON COLUMN cases.caveats IS 'What to keep in mind when comparing it.';
COMMENT ON COLUMN cases.source IS 'Source of vector and data_exposed.';
COMMENT ON COLUMN cases.filed_entity_name IS 'Filer of the principal report.';
COMMENT ON COLUMN cases.filed_individuals_affected IS 'Individuals affected in the export of filed_seen_on: used where the case is not in the loaded data.';
COMMENT ON COLUMN cases.filed_submitted_on IS 'Submission date in that export.';
COMMENT ON COLUMN cases.filed_entity_type IS 'Entity type in that export.';
COMMENT ON COLUMN cases.filed_breach_type IS 'Types of breach in that export.';
COMMENT ON COLUMN cases.filed_location IS 'Locations in that export.';
COMMENT ON COLUMN cases.filed_state IS 'State in that export.';
COMMENT ON COLUMN cases.filed_business_associate_present IS 'Business Associate Present in that export.';
COMMENT ON COLUMN cases.filed_seen_on IS 'Day of the export that the columns filed_… come from.';

CREATE TABLE case_reports (slug VARCHAR NOT NULL, breach_id VARCHAR NOT NULL, role VARCHAR NOT NULL);
COMMENT ON TABLE case_reports IS 'One row is one case and one report of it in the data. A case without a row is not in the loaded data.';
COMMENT ON COLUMN case_reports.slug IS 'The case; see cases.';
COMMENT ON COLUMN case_reports.breach_id IS 'The report; see breaches.';
COMMENT ON COLUMN case_reports.role IS 'principal (one a case), part (another report of the event), duplicate (the same people again), superseded (a row that later exports lack) or related (another breach of the filer).';

CREATE TABLE case_enforcement (slug VARCHAR NOT NULL, action_id VARCHAR NOT NULL);
COMMENT ON TABLE case_enforcement IS 'One row is one case and one enforcement action over it.';
COMMENT ON COLUMN case_enforcement.slug IS 'The case; see cases.';
COMMENT ON COLUMN case_enforcement.action_id IS 'The action; see enforcement_actions.';

CREATE TABLE case_events (
    slug VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    happened_on DATE,
    date_precision VARCHAR,
    kind VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    individuals BIGINT,
    amount_usd BIGINT,
    source VARCHAR NOT NULL
);
COMMENT ON TABLE case_events IS 'One row is one event in the course of a case.';
COMMENT ON COLUMN case_events.slug IS 'The case; see cases.';
COMMENT ON COLUMN case_events.position IS 'Order of the events of a case, from 1.';
COMMENT ON COLUMN case_events.happened_on IS 'Day of the event; the first of a month or year where no more is known. NULL where not even that is.';
COMMENT ON COLUMN case_events.date_precision IS 'day, month or year: how exactly the date is known. NULL without one.';
COMMENT ON COLUMN case_events.kind IS 'intrusion_started, data_taken, intrusion_ended, discovered, announced, notice, ransom, reported_to_ocr, count_revised, settlement_ocr, settlement_states or settlement_class.';
COMMENT ON COLUMN case_events.label IS 'The event in few words.';
COMMENT ON COLUMN case_events.individuals IS 'Individuals affected, as then stated.';
COMMENT ON COLUMN case_events.amount_usd IS 'Amount paid, in US dollars of the year.';
COMMENT ON COLUMN case_events.source IS 'Address at which it was read, or the export that shows it.';

CREATE TABLE case_figures (
    slug VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    individuals BIGINT NOT NULL,
    stated_on DATE NOT NULL,
    date_precision VARCHAR NOT NULL,
    stated_by VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);
COMMENT ON TABLE case_figures IS 'One row is one other published count of a case.';
COMMENT ON COLUMN case_figures.slug IS 'The case; see cases.';
COMMENT ON COLUMN case_figures.position IS 'Order of the figures of a case, from 1.';
COMMENT ON COLUMN case_figures.individuals IS 'The count.';
COMMENT ON COLUMN case_figures.stated_on IS 'Day of it; the first of a month or year where no more is known.';
COMMENT ON COLUMN case_figures.date_precision IS 'day, month or year: how exactly the date is known.';
COMMENT ON COLUMN case_figures.stated_by IS 'Who gave it.';
COMMENT ON COLUMN case_figures.source IS 'Address at which it was read, or the export that shows it.';

CREATE TABLE case_claims (
    slug VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    said_on DATE NOT NULL,
    date_precision VARCHAR NOT NULL,
    said_by VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    comparison VARCHAR NOT NULL,
    value BIGINT NOT NULL,
    text VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);
COMMENT ON TABLE case_claims IS 'One row is one thing said of a case, to be set beside the record. Whether it was or is true is computed, not stored.';
COMMENT ON COLUMN case_claims.slug IS 'The case; see cases.';
COMMENT ON COLUMN case_claims.position IS 'Order of the claims of a case, from 1.';
COMMENT ON COLUMN case_claims.said_on IS 'Day it was said; the first of a month or year where no more is known.';
COMMENT ON COLUMN case_claims.date_precision IS 'day, month or year: how exactly the date is known.';
COMMENT ON COLUMN case_claims.said_by IS 'Who said it.';
COMMENT ON COLUMN case_claims.about IS 'individuals (a count) or rank (a place among all reports).';
COMMENT ON COLUMN case_claims.comparison IS 'at_least, about or more_than value individuals; largest_ever or rank: place value.';
COMMENT ON COLUMN case_claims.value IS 'The count or the place.';
COMMENT ON COLUMN case_claims.text IS 'The claim in few words.';
COMMENT ON COLUMN case_claims.source IS 'Where it was read.';
