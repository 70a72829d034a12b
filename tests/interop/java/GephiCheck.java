// Reads GEXF, or a folder of Gephi CSV, with Gephi's own toolkit and prints what came in as one JSON line.
// java -cp LIB GephiCheck.java FILE.gexf|FOLDER [DAY]: DAY is a date whose edges on the timeline are counted, too.
import java.io.File;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.gephi.filters.api.Range;
import org.gephi.filters.plugin.dynamic.DynamicRangeBuilder.DynamicRangeFilter;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiCheck {
  static ImportController importing = Lookup.getDefault().lookup(ImportController.class);

  static Container sheet(File file, Mode mode) throws Exception {
    ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
    importer.setFile(file);
    importer.refreshAutoDetections();
    importer.setMode(mode);
    importer.setTimeRepresentation(TimeRepresentation.INTERVAL);
    return importing.importFile(file, importer);
  }

  static int edgesOn(GraphModel model, LocalDate day) {
    double millis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    DynamicRangeFilter filter = new DynamicRangeFilter(model);
    filter.setRange(new Range(millis, millis));
    filter.setKeepNull(false);
    Graph shown = model.getDirectedGraph();
    int count = 0;
    for (org.gephi.graph.api.Edge edge : shown.getEdges().toArray()) {
      org.gephi.graph.api.Interval[] spans = edge.getIntervals();
      for (org.gephi.graph.api.Interval span : spans) {
        if (span.getLow() <= millis && millis <= span.getHigh()) count++;
      }
    }
    return count;
  }

  public static void main(String[] args) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    File path = new File(args[0]);
    if (path.isDirectory()) {
      Container nodes = sheet(new File(path, "nodes.csv"), Mode.NODES_TABLE);
      importing.process(nodes, new DefaultProcessor(), workspace);
      Container edges = sheet(new File(path, "edges.csv"), Mode.EDGES_TABLE);
      edges.getLoader().setAllowAutoNode(false);
      importing.process(edges, new AppendProcessor(), workspace);
    } else {
      Container container = importing.importFile(path);
      container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
      importing.process(container, new DefaultProcessor(), workspace);
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    Graph graph = model.getGraph();
    StringBuilder out = new StringBuilder();
    out.append("{\"nodes\":").append(graph.getNodeCount());
    out.append(",\"edges\":").append(graph.getEdgeCount());
    out.append(",\"directed\":").append(model.isDirected());
    out.append(",\"dynamic\":").append(model.isDynamic());
    int titled = 0;
    for (org.gephi.graph.api.Node node : graph.getNodes().toArray()) {
      if (node.getLabel() != null && !node.getLabel().isEmpty()) titled++;
    }
    out.append(",\"labelled\":").append(titled);
    if (args.length > 1) {
      out.append(",\"on_day\":").append(edgesOn(model, LocalDate.parse(args[1])));
    }
    System.out.println(out.append("}"));
    System.exit(0);
  }
}
