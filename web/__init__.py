"""HTTP that is not a page: data API, feed, health, headers."""
