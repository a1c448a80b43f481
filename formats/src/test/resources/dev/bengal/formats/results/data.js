window.BENCHMARK_DATA = {
  "lastUpdate": 1772366402500,
  "repoUrl": "https://example.com/acme/acme",
  "entries": {
    "Go Benchmark": [
      { "commit": { "author": { "name": "A" }, "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "message": "one", "timestamp": "2026-03-01T12:00:00+01:00", "url": "https://example.com" }, "date": 1772362800000, "tool": "go", "benches": [ { "name": "BenchmarkRun", "value": 10.5, "unit": "ns/op", "extra": "100 times" } ] },
      { "commit": { "id": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "message": "two", "timestamp": "2026-03-02T12:00:00+01:00" }, "date": 1772449200000, "tool": "go", "benches": [ { "name": "BenchmarkRun", "value": 11.5, "unit": "ns/op" } ] }
    ],
    "Requests": [
      { "commit": { "id": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "timestamp": "2026-03-02T12:00:00+01:00" }, "date": 1772449200000, "tool": "customBiggerIsBetter", "benches": [ { "name": "requests", "value": "900", "unit": "req" } ] }
    ]
  }
};
