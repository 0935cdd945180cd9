package io.videogen.preview;

import io.videogen.preview.api.Api;
import io.videogen.preview.api.Target;
import io.videogen.preview.http.Percent;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.script.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What a path asks for. Anything before the first {@code v1} or {@code files} is taken as the prefix of a gateway.
 *
 * @param operation what to do
 * @param api whose words to use
 * @param generations whether it came by {@code /v1/video/generations}
 * @param id of the job, or empty
 * @param prefix path before {@code /v1}, without a trailing slash
 * @param file last path segment
 */
record Route(Operation operation, Api api, boolean generations, String id, String prefix, String file) {

    static Route of(RecordedRequest request, Api configured) {
        Api setting = configured.on(request.path());
        Optional<Target> own = setting.dialect().target(request);
        boolean file = request.path().startsWith("/files/");
        if (own.isPresent() && !file) {
            return new Route(own.get().operation(), setting, false, own.get().id(), "", "");
        }
        List<String> all = request.segments();
        int start = 0;
        while (start < all.size()
                && !all.get(start).isEmpty()
                && !all.get(start).equals("v1")
                && !all.get(start).equals("files")) {
            start++;
        }
        List<String> path = all.subList(Math.min(start, all.size()), all.size());
        StringBuilder prefix = new StringBuilder();
        all.subList(0, Math.min(start, all.size()))
                .forEach(part -> prefix.append('/').append(Percent.encode(part)));
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        int size = path.size();
        String last = size == 0 ? "" : path.get(size - 1);
        if (size == 3 && path.get(0).equals("files") && method.equals("GET")) {
            return new Route(Operation.FILE, setting, false, path.get(1), prefix.toString(), last);
        }
        if (size >= 3 && path.subList(0, 3).equals(List.of("v1", "video", "generations"))) {
            boolean create = size == 3 || size == 4 && last.isEmpty();
            Operation operation = create && method.equals("POST")
                    ? Operation.CREATE
                    : size == 4 && method.equals("GET") && !last.isEmpty() ? Operation.STATUS : Operation.OTHER;
            return new Route(operation, Api.NEW_API, true, size == 4 ? last : "", prefix.toString(), last);
        }
        if (size < 2 || !path.subList(0, 2).equals(List.of("v1", "videos"))) {
            return new Route(Operation.OTHER, setting, false, "", prefix.toString(), last);
        }
        boolean extension = last.equals("extensions") && setting.dialect().managesJobs();
        if (size == 3 && (last.isEmpty() || extension) && method.equals("POST")) {
            return new Route(Operation.CREATE, setting, false, "", prefix.toString(), last);
        }
        String id = size > 2 ? path.get(2) : "";
        Operation operation = id.isEmpty() && size > 2 ? Operation.OTHER : videos(request, method, size, last);
        return new Route(operation, setting, false, id, prefix.toString(), last);
    }

    private static Operation videos(RecordedRequest request, String method, int size, String last) {
        return switch (method + " " + size) {
            case "POST 2" -> Operation.CREATE;
            case "GET 2" -> Operation.LIST;
            case "GET 3" -> Operation.STATUS;
            case "DELETE 3" -> Operation.DELETE;
            case "GET 4" ->
                !last.equals("content")
                        ? Operation.OTHER
                        : request.parameter("variant").orElse("video").equals("video")
                                ? Operation.CONTENT
                                : Operation.THUMBNAIL;
            default -> Operation.OTHER;
        };
    }
}
