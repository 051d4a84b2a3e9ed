-- One row is one enforcement action that is tied to the report, up to $until.
SELECT announced_on, date_precision, entity, amount_usd, action_type, note, source
FROM enforcement_reports
JOIN enforcement_actions USING (action_id)
WHERE breach_id = $breach_id AND announced_on <= $until
ORDER BY announced_on, action_id;
