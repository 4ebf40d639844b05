"""The data set is named with the version that is installed."""

from importlib.metadata import version

from outlay.readers import prices


def test_the_source_names_the_installed_version():
    assert prices.price_source() == f"genai-prices {version('genai-prices')}"


def test_a_version_that_no_folder_tells_is_asked_for(monkeypatch):
    monkeypatch.setattr(prices, "find_spec", lambda _: None)
    assert prices.price_source() == f"genai-prices {version('genai-prices')}"
