"""When simulations have settled whether a model could have made the counts."""

from analysis.statistics.goodness import ENOUGH, SIMULATIONS, p_value


def test_simulations_end_once_the_matter_is_settled():
    taken = []

    def gaps():
        for number in range(SIMULATIONS):
            taken.append(number)
            yield 0.1 if number % 2 else 0.3

    assert p_value(0.2, gaps()) == ENOUGH / (2 * ENOUGH - 1)
    assert len(taken) == 2 * ENOUGH - 1


def test_a_small_p_value_takes_all_simulations():
    gaps = [0.3] * 3 + [0.1] * (SIMULATIONS - 3)
    assert p_value(0.2, gaps) == 4 / (SIMULATIONS + 1)
    assert p_value(0.2, [0.1] * SIMULATIONS) == 1 / (SIMULATIONS + 1)
