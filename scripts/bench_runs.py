"""Runs of programs with their time and memory, and the benchmarks of a build; for scripts/bench and scripts/compare-builds."""
import json
import os
import subprocess
import sys
import time

NOWHERE = open(os.devnull, "r+b")


class Run:
    """One run of a command: seconds of clock and of CPU, peak memory in MB."""

    def __init__(self, words, environment=None):
        start = time.perf_counter()
        process = subprocess.Popen(words, stdin=NOWHERE, stdout=NOWHERE, stderr=NOWHERE, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode != 0:
            sys.exit("bench: %s: exit code %d" % (" ".join(words), process.returncode))


def stages(build, corpus, pattern="."):
    """{name of a benchmark of bench_stages: MB of text a second of its time}."""
    words = [os.path.join(build, "tests/bench_stages"), corpus, "--benchmark_format=json", "--benchmark_min_time=0.3",
             "--benchmark_filter=" + pattern]
    got = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if got.returncode != 0:
        sys.exit("bench: %s: %s" % (" ".join(words), got.stderr.strip()))
    found = json.loads(got.stdout)["benchmarks"]
    # Behind the name: "/iterations:5/manual_time".
    return {b["name"].split("/")[0]: b["bytes_per_second"] / 1e6 for b in found}
