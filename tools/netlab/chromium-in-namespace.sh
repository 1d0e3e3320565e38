#!/bin/sh
# What Playwright starts in place of Chromium, to have it in a network namespace.
exec ip netns exec "$NETLAB_NAMESPACE" "$NETLAB_CHROMIUM" "$@"
