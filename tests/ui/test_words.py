"""Names are shown as they were typed, whatever Markdown and Streamlit would make of them."""

from ui.words import escaped


def test_markup_is_escaped():
    assert escaped("a*b_[c](d) $x$ `e` #f <g> \\h ~i~ {j} |k|") == (
        "a\\*b\\_\\[c\\](d) \\$x\\$ \\`e\\` \\#f \\<g\\> \\\\h \\~i\\~ \\{j\\} \\|k\\|"
    )


def test_a_colon_before_a_word_starts_no_short_code():
    assert escaped(":material/home: :smile: 12:30") == (
        "\\:\u2060material/home\\: \\:\u2060smile\\: 12\\:\u206030"
    )
    assert escaped("Source: HHS, https://x") == "Source\\: HHS, https\\://x"
