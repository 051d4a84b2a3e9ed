-- One row is one period of submission and one member of the chosen column; a report stands once in
-- each of its members. Combinations without a report are left out.
SELECT
    date_trunc($period, submitted_on)::DATE AS period_on,
    member,
    count(*) AS reports,
    coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
    median(individuals_affected) AS median_individuals
FROM grouped
GROUP BY period_on, member
ORDER BY period_on, reports DESC, member;
