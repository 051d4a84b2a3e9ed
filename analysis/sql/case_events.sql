-- One row is one event of a case up to $until, in order of time; those without a date come last.
SELECT happened_on, date_precision, kind, label, individuals, amount_usd, source
FROM case_events
WHERE slug = $slug AND coalesce(happened_on, $until) <= $until
ORDER BY happened_on NULLS LAST, position;
