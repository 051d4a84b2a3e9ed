-- Reports and individuals of the HIPAA listing as the newest snapshot shows them.
SELECT count(*), sum(individuals_affected), max(submitted_on)
FROM breaches
WHERE listing = 'hipaa';
