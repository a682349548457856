# Sourced by ./pbx: builds the application and starts it.

jar=signaling-server/target/sonnerie.jar
app=signaling-server/target/app
cache=$app/sonnerie.aot
built=signaling-server/target/built-at

# Flags the process needs for sound (see docs/operations.md); SONNERIE_JAVA_OPTS adds to them.
jvm_flags=(
    -XX:+UseG1GC
    -XX:+UseCompactObjectHeaders
    -XX:G1PeriodicGCInterval=30000
    -XX:TrimNativeHeapInterval=30000
    -XX:G1HeapRegionSize=1m
    -XX:InitiatingHeapOccupancyPercent=85
    -XX:-G1UseAdaptiveIHOP
    -XX:MinHeapFreeRatio=10
    -XX:MaxHeapFreeRatio=40
    -XX:MetaspaceSize=128m
    -Xms96m
    --enable-native-access=ALL-UNNAMED
    -Dice4j.harvest.mapping.aws.enabled=false
    -Dspring.aot.enabled=true
)

# The jar's own time says nothing: the build sets it to a fixed one, so that it is reproducible.
sources_changed() {
    [ ! -f "$jar" ] || [ ! -f "$built" ] || [ -n "$(find pom.xml media-relay sip-trunk-bridge signaling-server web-client \
        \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' \) -prune -o -type f -newer "$built" -print -quit)" ]
}

# SONNERIE_JAR=as-is takes the jar that is there: a build that is still running has just made it.
build_jar() {
    if [ "${SONNERIE_JAR:-}" != as-is ] && sources_changed; then
        local began
        began=$(mktemp)
        need npm "Node.js 20 with npm is missing: install it"
        say "building (the first time takes a few minutes)"
        if ! maven -q -T 2 -pl signaling-server -am package -DskipTests 2>&1 | { grep -v 'sun.misc.Unsafe\|AbstractFuture' >&2 || true; }; then
            die "the build failed: see above"
        fi
        touch -r "$began" "$built"
        rm -f "$began"
    fi
}

# Unpacks the jar, then lets the application start and stop once so that the JVM can keep what it loaded and compiled.
# One at a time: another start may be unpacking the same jar.
extract_app() {
    mkdir -p "$(dirname "$app")"
    exec 9>"$app.lock"
    ! command -v flock >/dev/null 2>&1 || flock 9
    extract_changed_app
    exec 9>&-
}

extract_changed_app() {
    local made_of
    made_of="$(cksum <"$jar") $JAVA_HOME"
    if [ -f "$app/made-of" ] && [ "$(cat "$app/made-of")" = "$made_of" ]; then
        return
    fi
    rm -rf "$app"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null
    "$JAVA_HOME/bin/java" config/Unsign.java "$app"/lib/bc*.jar
    make_aot_cache
    echo "$made_of" >"$app/made-of"
}

make_aot_cache() {
    say "preparing a quick start"
    local folder pid
    folder=$(mktemp -d)
    env -u SONNERIE_RESTORE SONNERIE_HTTP_PORT=0 SONNERIE_HTTPS_PORT=0 SONNERIE_MANAGEMENT_PORT=0 SONNERIE_SIP_PORT=0 SONNERIE_MEDIA_PORT=0 \
        SONNERIE_TRUNK_MEDIA_PORTS=0-0 SONNERIE_DEMO=true SONNERIE_DATA="$folder" \
        "$JAVA_HOME/bin/java" "${jvm_flags[@]}" -XX:AOTCacheOutput="$cache" -jar "$app/sonnerie.jar" \
        >"$folder/log" 2>&1 &
    pid=$!
    for _ in $(seq 1500); do
        [ -f "$folder/ports.json" ] && break
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.2
    done
    # Started or, after five minutes, given up: it must end either way, or this would wait for ever.
    kill "$pid" 2>/dev/null || true
    wait "$pid" || true
    [ -f "$cache" ] || say "no start cache could be made; starting takes longer ($folder/log says why)"
    [ -f "$cache" ] && rm -rf "$folder"
    return 0
}

start_app() {
    local flags=("${jvm_flags[@]}")
    [ -f "$cache" ] && flags+=(-XX:AOTCache="$cache" -Xlog:aot=off -Xlog:cds=off)
    # shellcheck disable=SC2206
    flags+=(${SONNERIE_JAVA_OPTS:-})
    # The C library keeps one memory arena a thread by default; two do.
    export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
    exec "$JAVA_HOME/bin/java" "${flags[@]}" -jar "$app/sonnerie.jar"
}

# The keys of a backup are sealed with a passphrase; whoever gives none restores without them.
ask_passphrase() {
    if [ -z "${SONNERIE_RESTORE_PASSPHRASE:-}" ] && [ -t 0 ]; then
        read -r -s -p "Passphrase of the backup's keys (empty: restore without them): " SONNERIE_RESTORE_PASSPHRASE
        echo >&2
        export SONNERIE_RESTORE_PASSPHRASE
    fi
}

run() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --demo) export SONNERIE_DEMO=true ;;
            --build-only) build_jar && extract_app && return ;;
            --restore)
                [ -f "${2:-}" ] || die "--restore needs the file of a backup, and there is none: ${2:-}"
                SONNERIE_RESTORE=$(realpath "$2")
                export SONNERIE_RESTORE
                shift
                ;;
            *) die "run knows --demo and --restore FILE, not $1" ;;
        esac
        shift
    done
    [ -z "${SONNERIE_RESTORE:-}" ] || ask_passphrase
    build_jar
    extract_app
    start_app
}
