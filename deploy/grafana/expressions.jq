# Every PromQL expression of a dashboard, one object each, with Grafana's variables replaced by what they stand for:
# {where, kind: panel | variable | annotation, promql}.
def filled:
  gsub("\\$__rate_interval"; "5m") | gsub("\\$__interval"; "1m") | gsub("\\$(team|standard)\\b"; ".*");

.title as $dashboard
| ( .panels[] | . as $panel | (.targets // [])[]
    | {where: "\($panel.title) (\(.refId))", kind: "panel", promql: .expr} ),
  ( .templating.list[] | select(.type == "query") | . as $variable | .definition
    | capture("^label_values\\((?<metric>.*), *(?<label>[a-z_]+)\\)$")
    | {where: "variable \($variable.name)", kind: "variable", promql: "count by (\(.label)) (\(.metric))"} ),
  ( .annotations.list[] | select(.expr) | {where: "annotation \(.name)", kind: "annotation", promql: .expr} )
| .promql |= filled
