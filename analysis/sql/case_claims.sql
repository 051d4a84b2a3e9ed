-- One row is one claim made of a case.
SELECT said_on, date_precision, said_by, about, comparison, value, text, source
FROM case_claims
WHERE slug = $slug
ORDER BY position;
