#!/usr/bin/env bash
# Replaces the gateways and the workers without a pause: starts new ones beside the old, one after the other, waits until
# the balancer has found them, and lets the old ones drain. If that fails, the old ones stay.
#
#   deploy/update.sh             builds this checkout and changes to it
#   deploy/update.sh rollback    changes to the images that ran before the last update; again: back
#
# The number of containers, HTTPS and all settings stay as they are: compose takes them from .env. So do the balancer
# and Redis, which only gets the functions of the new version.
set -eu
cd "$(dirname "$0")/.."

HEALTHY_SECONDS=180   # at most, of new containers
FOUND_SECONDS=60      # at most, until the balancer has found them
MOST_GATEWAYS=32      # that deploy/haproxy.cfg has room for

main() {
    [ -n "$(running gateway)" ] || fail "No gateway is running. Start with: make up"
    local gateway worker
    gateway=$(image gateway) worker=$(image worker)
    local gateway_before worker_before
    gateway_before=$(image_of_first gateway) worker_before=$(image_of_first worker)
    case ${1-} in
    rollback)
        docker image inspect "${gateway%:*}:previous" "${worker%:*}:previous" >/dev/null 2>&1 ||
            fail "There is nothing to go back to: no update has run on this machine."
        docker tag "${gateway%:*}:previous" "$gateway"
        docker tag "${worker%:*}:previous" "$worker"
        # In the other order, because no new gateway may ask an old worker.
        change gateway worker question-worker
        ;;
    *)
        export WORDWIRE_COMMIT=${WORDWIRE_COMMIT:-$(git describe --always --dirty --exclude='*' 2>/dev/null || true)}
        compose build gateway worker
        docker tag "$gateway" "$gateway${WORDWIRE_COMMIT:+-$WORDWIRE_COMMIT}"
        docker tag "$worker" "$worker${WORDWIRE_COMMIT:+-$WORDWIRE_COMMIT}"
        share_functions
        change worker question-worker gateway
        ;;
    esac
    docker tag "$gateway_before" "${gateway%:*}:previous"
    docker tag "$worker_before" "${worker%:*}:previous"
    echo "Running: $(docker image inspect --format "$LABELS" "$gateway")"
}

LABELS='{{index .Config.Labels "org.opencontainers.image.version"}} {{index .Config.Labels "org.opencontainers.image.revision"}}'

# change SERVICE...: replaces the containers of each, one service after the other; undoes all if one fails.
change() {
    local service
    for service in "$@"; do
        replace "$service" || {
            docker tag "$gateway_before" "$gateway"
            docker tag "$worker_before" "$worker"
            for service in "$@"; do
                [ "$(image_of_first "$service")" = "$(image_before "$service")" ] || replace "$service"
            done
            fail "The update has failed, and the old version is running: see above."
        }
    done
}

# replace SERVICE: starts as many new containers as there are old ones, then stops the old ones.
replace() {
    local service=$1 old new count
    old=$(running "$service")
    count=$(wc -w <<<"$old")
    [ "$count" != 0 ] || return 0
    echo "$service: starting $count beside the old"
    if ! start_beside "$service" "$old" "$count" || ! is_found "$service" $((2 * count)); then
        echo "$service: removing the new" >&2
        remove $(added_to "$service" "$old")
        return 1
    fi
    echo "$service: draining the old"
    remove $old
}

# start_beside SERVICE OLD COUNT: one at a time, because each takes CPU time from the old, and because the balancer may try
# every new gateway that does not listen yet, one after the other, for the same visitor.
start_beside() {
    local number
    for number in $(seq "$3"); do
        compose up --detach --no-deps --no-build --no-recreate --scale "$1=$(($3 + number))" "$1" || return 1
        become_healthy $(added_to "$1" "$2") || return 1
    done
}

# added_to SERVICE OLD: the containers of the service, started or not, beside the old.
added_to() { comm -13 <(sort <<<"$2") <(compose ps --all --quiet "$1" | sort); }

# become_healthy ID...: waits until all are; compose's own wait gives up on a slow start. One that has ended never is.
become_healthy() {
    [ $# != 0 ] || return 1
    local until=$((SECONDS + HEALTHY_SECONDS))
    until [ "$(docker inspect --format '{{.State.Health.Status}}' "$@" | sort -u)" = healthy ]; do
        if [ "$SECONDS" -ge "$until" ] || docker inspect --format '{{.RestartCount}}' "$@" | grep -q '[1-9]'; then
            docker logs --tail 20 "$1" >&2
            return 1
        fi
        sleep 0.5
    done
}

remove() {
    [ $# != 0 ] || return 0
    docker stop "$@" >/dev/null   # within the grace that each container has
    docker rm "$@" >/dev/null
}

# is_found SERVICE COUNT: waits until the balancer, if there is one, sends clients to this many gateways.
is_found() {
    [ "$1" = gateway ] && [ -n "$(running balancer)" ] || return 0
    local wanted=$(($2 < MOST_GATEWAYS ? $2 : MOST_GATEWAYS)) until=$((SECONDS + FOUND_SECONDS))
    until [ "$(servers_up)" -ge "$wanted" ]; do
        [ "$SECONDS" -lt "$until" ] || { echo "the balancer has not found the new gateways" >&2; return 1; }
        sleep 0.2
    done
}

servers_up() {
    compose exec -T balancer bash -c 'exec 3<>/dev/tcp/127.0.0.1/8405; printf "GET /metrics HTTP/1.0\r\n\r\n" >&3; cat <&3' |
        grep -c '^haproxy_server_status{proxy="gateways",.*state="UP"} 1' || true
}

# Gives Redis the functions of this checkout beside those that it has, so that it need not start again.
share_functions() {
    [ -n "$(running redis)" ] || return 0
    local service
    for service in redis redis-replica; do # the second of deploy/sentinels, if it is the leader now
        sh deploy/redis.sh functions | compose exec -T "$service" sh /redis.sh load >/dev/null 2>&1 && return 0
    done
    fail "Redis does not take the functions of this version. Start it again (this ends rooms): make up"
}

compose() { docker compose --profile '*' "$@"; }
running() { compose ps --quiet "$1"; }
image() { compose config --images "$1" | grep -m 1 -E "(^|/)wordwire-$1:"; }
image_before() { if [ "$1" = gateway ]; then echo "$gateway_before"; else echo "$worker_before"; fi; }

image_of_first() {
    local first
    first=$(running "$1" | head -n 1)
    if [ -n "$first" ]; then docker inspect --format '{{.Image}}' "$first"; else image_before "$1"; fi
}

fail() {
    echo "$1" >&2
    exit 1
}

main "$@"
