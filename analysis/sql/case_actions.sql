-- One row is one enforcement action over a case, up to $until.
SELECT announced_on, enforcement_actions.date_precision, entity, amount_usd, action_type, note,
    enforcement_actions.source
FROM case_enforcement
JOIN enforcement_actions USING (action_id)
WHERE slug = $slug AND announced_on <= $until
ORDER BY announced_on, action_id;
