# Sourced by ./pbx: measures the pure call machine, the pages of a large company and the backup of
# 1 GB on both databases, and then the whole product on this machine, prints tables, writes target/bench/calls.json,
# records-*.json, backup-*.json and results.json.

bench() {
    need npm "Node.js 20 with npm is missing: install it"
    source config/pbx-run.sh
    source config/pbx-test.sh
    install_test_packages
    build_jar
    extract_app
    (cd end-to-end/bench && npm ci --no-audit --no-fund --silent)
    mkdir -p target/bench
    maven -q -pl signaling-server -am test -Dtest=CallBench -Dsurefire.failIfNoSpecifiedTests=false \
        -Dsonnerie.bench="$PWD/target/bench/calls.json"
    maven -q -pl signaling-server -am test -Dtest=RecordsBench -Dsurefire.failIfNoSpecifiedTests=false \
        -Dsonnerie.bench.records="$PWD/target/bench/records.json"
    maven -q -pl signaling-server -am test -Dtest=BackupBench -Dsurefire.failIfNoSpecifiedTests=false \
        -Dsonnerie.bench.backup="$PWD/target/bench/backup.json"
    say "measuring (about six minutes); let nothing else run"
    maven -q -pl end-to-end -Dalone test-compile exec:java \
        -Dexec.classpathScope=test -Dexec.mainClass=org.sonnerie.e2e.bench.Bench \
        -Dexec.args="$PWD/target/bench/results.json" -Dsonnerie.root="$PWD" "$@"
}
