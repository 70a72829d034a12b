// Loads a graph into a real Neo4j and prints what is in it as one JSON line.
// java -cp LIB Neo4jCheck.java import FOLDER HOME   from nodes.csv, relationships.csv and offices.csv, with neo4j-admin's importer
// java -cp LIB Neo4jCheck.java script FILE HOME     from a Cypher script, statement by statement
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.importer.ImportCommand;
import picocli.CommandLine;

public class Neo4jCheck {
  static List<String> statements(String script) {
    List<String> all = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == ';' && !quoted) {
        all.add(statement.toString());
        statement.setLength(0);
        continue;
      }
      statement.append(c);
      if (quoted && c == '\\') {
        statement.append(script.charAt(++i));
      } else if (c == '\'') {
        quoted = !quoted;
      }
    }
    if (!statement.toString().isBlank()) throw new IllegalStateException("the script ends inside a statement");
    return all;
  }

  static void load(Path folder, Path home) throws Exception {
    Path conf = home.resolve("conf");
    Files.createDirectories(conf);
    Files.writeString(conf.resolve("neo4j.conf"), "server.directories.neo4j_home=" + home + "\n");
    CommandLine importing = new CommandLine(new ImportCommand.Full(new ExecutionContext(home, conf)));
    List<String> words = new ArrayList<>(List.of("--nodes=" + folder.resolve("nodes.csv"),
        "--relationships=" + folder.resolve("relationships.csv")));
    if (Files.exists(folder.resolve("offices.csv"))) words.add("--relationships=" + folder.resolve("offices.csv"));
    words.addAll(List.of("--overwrite-destination", "--threads=2", "--report-file=" + home.resolve("report.txt"), "neo4j"));
    int code = importing.execute(words.toArray(new String[0]));
    if (code != 0) throw new IllegalStateException("the importer ended with " + code);
  }

  static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder out = new StringBuilder("{");
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (out.length() > 1) out.append(',');
        out.append(json(entry.getKey())).append(':').append(json(entry.getValue()));
      }
      return out.append('}').toString();
    }
    if (value instanceof String text) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        if (c < 0x20 || c == '"' || c == '\\' || c > 0x7E) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
      return out.append('"').toString();
    }
    return String.valueOf(value);
  }

  static Object one(GraphDatabaseService db, String query) {
    return db.executeTransactionally(query, Map.of(), rows -> rows.next().values().iterator().next());
  }

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[2]).toAbsolutePath();
    Path input = Path.of(args[1]).toAbsolutePath();
    if (args[0].equals("import")) load(input, home);
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
    GraphDatabaseService db = service.database("neo4j");
    if (args[0].equals("script")) {
      for (String statement : statements(Files.readString(input))) {
        if (!statement.isBlank()) db.executeTransactionally(statement);
      }
    }
    Map<String, Object> out = new TreeMap<>();
    out.put("nodes", one(db, "MATCH (a:Actor) RETURN count(a)"));
    out.put("edges", one(db, "MATCH ()-[r]->() RETURN count(r)"));
    out.put("persons", one(db, "MATCH (a:Person) RETURN count(a)"));
    out.put("offices", one(db, "MATCH ()-[r:HOLDS_OFFICE]->() WHERE r.office IS NOT NULL RETURN count(r)"));
    out.put("planned", one(db, "MATCH ()-[r {status: 'planned'}]->() RETURN count(r)"));
    out.put("confidence", one(db, "MATCH ()-[r]->() RETURN round(sum(r.confidence), 6)"));
    Map<String, Object> names = new TreeMap<>();
    db.executeTransactionally("MATCH (a:Actor) RETURN a.id AS id, a.name AS name", Map.of(), (Result rows) -> {
      rows.forEachRemaining(row -> names.put((String) row.get("id"), row.get("name")));
      return null;
    });
    out.put("names", names);
    service.shutdown();
    System.out.println(json(out));
    System.exit(0);
  }
}
