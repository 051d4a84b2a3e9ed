-- One row is one published figure.
SELECT * FROM published_figures ORDER BY from_on, to_on, figure_id;
