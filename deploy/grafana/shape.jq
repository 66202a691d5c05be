# Sentences about what is wrong with a dashboard; nothing when it is right.
def say(condition; sentence): if condition then sentence else empty end;

. as $d
| [.panels[] | select(.type != "row")] as $panels
| say((.uid // "") | test("^[a-z0-9-]{1,40}$") | not; "uid must be fixed, of lower-case letters, digits and dashes"),
  say((.title // "") == ""; "no title"),
  say(.id != null; "an id belongs to one Grafana's database: leave it out"),
  say((.schemaVersion // 0) < 36; "schemaVersion is missing or older than 36"),
  ( [.panels[].id] | group_by(.)[] | select(length > 1) | "panel id \(.[0]) occurs \(length) times" ),
  ( [.panels[].title] | group_by(.)[] | select(length > 1) | "two panels are called «\(.[0])»" ),
  ( .panels[] | select((.id | type) != "number") | "panel «\(.title)» has no id" ),
  ( .panels[] | .gridPos as $g | select(($g.x + $g.w > 24) or ($g.w < 1) or ($g.h < 1)) | "panel «\(.title)» leaves the grid" ),
  ( range(0; $panels | length) as $i | range($i + 1; $panels | length) as $j
    | $panels[$i].gridPos as $a | $panels[$j].gridPos as $b
    | select($a.x < $b.x + $b.w and $b.x < $a.x + $a.w and $a.y < $b.y + $b.h and $b.y < $a.y + $a.h)
    | "panels «\($panels[$i].title)» and «\($panels[$j].title)» overlap" ),
  ( $panels[] | select((.targets // []) | length == 0) | "panel «\(.title)» asks nothing" ),
  ( $panels[] | select((.description // "") == "") | "panel «\(.title)» has no description" ),
  ( $panels[] | select((.fieldConfig.defaults.unit // "") == "" and .type != "table") | "panel «\(.title)» has no unit" ),
  ( $panels[] | .title as $t | (.targets // [])[] | select(.datasource.uid != "${datasource}" or .datasource.type != "prometheus")
    | "a query of panel «\($t)» does not use the variable «datasource»" ),
  ( $panels[] | select(any((.targets // [])[]; .expr | test("^[^/]*_ratio[^/]*$")) and .type != "table" and .fieldConfig.defaults.unit != "percentunit")
    | "panel «\(.title)» shows a ratio (0 to 1) in another unit than percentunit" ),
  ( $panels[] | .title as $t | [(.targets // [])[].refId] | group_by(.)[] | select(length > 1) | "panel «\($t)» has two queries \(.[0])" ),
  ( [.templating.list[].name] as $known
    | [.. | strings | scan("\\$\\{?([a-zA-Z]\\w*)") | .[0]] | unique[]
    | select(startswith("__") | not) | select(. as $n | $known | index($n) | not) | "variable «\(.)» is used, but not declared" ),
  ( [.links[]?] | say(length == 0; "no links") ),
  say([.templating.list[] | select(.type == "datasource" and .name == "datasource")] | length != 1; "no variable «datasource»")
