-- One row is one published figure of settlements and penalties, computed from the actions we list.
SELECT figure_id, sum(amount_usd) AS enforcement_usd
FROM published_figures
JOIN enforcement_actions ON announced_on BETWEEN from_on AND to_on
WHERE comparable AND measure = 'enforcement_usd'
GROUP BY figure_id;
