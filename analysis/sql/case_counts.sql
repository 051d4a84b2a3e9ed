-- One row is one count of a case that was published up to $until: in the press, by the filer, or by
-- OCR's exports, of which a run with the same count is one row (`until_on` is its last day).
WITH seen AS (
    SELECT
        snapshots.retrieved_on,
        snapshots.sequence,
        observations.individuals_affected AS individuals,
        row_number() OVER (ORDER BY snapshots.sequence)
            - row_number() OVER (
                PARTITION BY observations.individuals_affected ORDER BY snapshots.sequence
            ) AS run
    FROM observations
    JOIN snapshots USING (snapshot_id)
    WHERE breach_id = $breach_id AND individuals IS NOT NULL
),
exported AS (
    SELECT
        min(retrieved_on) AS stated_on,
        max(retrieved_on) AS until_on,
        'day' AS date_precision,
        individuals,
        'OCR’s export' AS stated_by,
        NULL AS source
    FROM seen
    WHERE retrieved_on <= $until
    GROUP BY run, individuals
),
published AS (
    SELECT stated_on, NULL::DATE AS until_on, date_precision, individuals, stated_by, source
    FROM case_figures
    WHERE slug = $slug
        AND stated_on <= $until
        -- What a loaded export shows itself need not be told again.
        AND NOT EXISTS (
            FROM exported
            WHERE exported.individuals = case_figures.individuals
                AND case_figures.stated_on BETWEEN exported.stated_on AND exported.until_on
                AND case_figures.source LIKE 'HHS OCR breach portal%'
        )
),
told AS (
    SELECT happened_on, NULL::DATE AS until_on, date_precision, individuals, label, source
    FROM case_events
    WHERE slug = $slug AND individuals IS NOT NULL AND happened_on <= $until
)
SELECT * FROM (FROM published UNION ALL FROM told UNION ALL FROM exported)
ORDER BY stated_on, individuals;
