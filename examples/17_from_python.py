# The same from Python: run with python3-entente installed, from the project's folder.
import entente

graph = entente.load("data/japan-nato")

# A selection gives a graph again; an answer is a dict with the members that --format json has.
meetings = graph.select(type="met_with").during("2023")
path = meetings.path("尹锡悦", "马克龙")
print(path["paths"][0]["length"], "hops:", " - ".join(path["paths"][0]["entities"]))

for row in graph.as_of("2023-12-31").rank("degree", top=3)["rows"]:
    print(row["rank"], row["entity"], row["score"])

# Patterns, with values filled in.
answer = graph.query("MATCH (a {id: $id})-[r:met_with]-(b) RETURN DISTINCT b.id ORDER BY b.id LIMIT 2",
                     {"id": "yoon-suk-yeol"})
print([row["b.id"] for row in answer["rows"]])

# What is wrong is an exception with a stable code.
try:
    graph.as_of("2014-02-30").rank()
except entente.InvalidArgument as error:
    print(error.code, error.exit_code)
