package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.api.ApiName;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One question for many jobs, as each API that has one wants it asked. */
@Timeout(60)
class StatusListsTest {

    private static final VideoRequest REQUEST =
            VideoRequest.builder("A lantern").model("wan-3").build();

    @TempDir
    Path folder;

    private static Map<String, VideoRequest> create(ClientRun run, int jobs) throws Exception {
        Map<String, VideoRequest> created = new LinkedHashMap<>();
        for (int i = 0; i < jobs; i++) {
            CreateOutcome outcome = run.jobs.create(REQUEST, "key-" + i);
            created.put(((CreateOutcome.Accepted) outcome).jobId().toString(), REQUEST);
        }
        return created;
    }

    private static Map<String, JobStatus> told(ListOutcome outcome) {
        assertThat(outcome).isInstanceOf(ListOutcome.Told.class);
        return ((ListOutcome.Told) outcome)
                .jobs().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, job -> job.getValue()
                        .snapshot()
                        .status()));
    }

    private static List<RecordedRequest> lists(ClientRun run) {
        return run.server.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .toList();
    }

    @Test
    void openai_tells_of_all_on_its_newest_page() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            run.server.script().renderTime(Duration.ofSeconds(30));
            Map<String, VideoRequest> first = create(run, 2);
            run.clock.pass(Duration.ofSeconds(31));
            Map<String, VideoRequest> all = create(run, 1);
            String running = all.keySet().iterator().next();
            all.putAll(first);

            Map<String, JobStatus> told = told(run.jobs.pollTogether(all));

            assertThat(told).containsOnlyKeys(all.keySet());
            assertThat(told.get(running).isFinal()).isFalse();
            first.keySet().forEach(id -> assertThat(told).containsEntry(id, JobStatus.COMPLETED));
            assertThat(lists(run)).hasSize(1);
        }
    }

    @Test
    void openai_is_asked_for_a_further_page_only_while_that_tells_of_ours() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            Map<String, VideoRequest> ours = create(run, 120);
            assertThat(told(run.jobs.pollTogether(ours))).hasSize(120);
            assertThat(lists(run)).hasSize(2);
            create(run, 150);

            assertThat(told(run.jobs.pollTogether(ours))).isEmpty();
            assertThat(lists(run)).hasSize(3);
        }
    }

    @Test
    void a_list_that_is_refused_or_is_none_is_not_asked_for_again_and_one_that_is_busy_is() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.OPENAI, folder)) {
            Map<String, VideoRequest> jobs = create(run, 1);
            run.server.script().on(Operation.LIST, 1, Faults.status(404));
            assertThat(run.jobs.pollTogether(jobs)).isInstanceOf(ListOutcome.NotPossible.class);
            run.server.script().on(Operation.LIST, 1, Faults.json(200, "{\"videos\":[]}"));
            assertThat(run.jobs.pollTogether(jobs)).isInstanceOf(ListOutcome.NotPossible.class);
            run.server.script().on(Operation.LIST, 1, Faults.status(429, "7"));
            assertThat(run.jobs.pollTogether(jobs))
                    .isInstanceOfSatisfying(ListOutcome.Transient.class, busy -> assertThat(busy.retryAfter())
                            .contains(Duration.ofSeconds(7)));
            run.server.script().on(Operation.LIST, 1, Faults.html(502));
            assertThat(run.jobs.pollTogether(jobs)).isInstanceOf(ListOutcome.Transient.class);
            run.server.script().on(Operation.LIST, Faults.dropBefore());
            assertThat(run.jobs.pollTogether(jobs)).isInstanceOf(ListOutcome.Transient.class);
        }
    }

    @Test
    void ark_is_asked_by_the_ids() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.ARK, folder)) {
            run.server.script().on(Operation.LIST, Faults.json(200, """
                            {"items":[
                              {"id":"cgt-1","model":"m","status":"succeeded","content":{"video_url":"https://a.example/1"}},
                              {"id":"cgt-2","model":"m","status":"running"}],"total":2}
                            """));

            Map<String, JobStatus> told = told(run.jobs.pollTogether(Map.of("cgt-1", REQUEST, "cgt-2", REQUEST)));

            assertThat(told).containsEntry("cgt-1", JobStatus.COMPLETED).containsEntry("cgt-2", JobStatus.RUNNING);
            assertThat(lists(run).get(0).query())
                    .contains("filter.task_ids=cgt-1")
                    .contains("filter.task_ids=cgt-2");
        }
    }

    @Test
    void dashscope_tells_how_tasks_stand_and_nothing_of_what_they_made() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.DASHSCOPE, folder)) {
            run.server.script().on(Operation.OTHER, Faults.json(200, """
                            {"request_id":"r","total":2,"total_page":1,"page_no":1,"page_size":100,"data":[
                              {"task_id":"t-1","status":"RUNNING"},{"task_id":"t-2","status":"SUCCEEDED"}]}
                            """));

            Map<String, JobStatus> told = told(run.jobs.pollTogether(Map.of("t-1", REQUEST, "t-2", REQUEST)));

            assertThat(told).containsEntry("t-1", JobStatus.RUNNING);
            // Final in any case, so that the task itself is asked.
            assertThat(told.get("t-2").isFinal()).isTrue();
            assertThat(lists(run).get(0).path()).isEqualTo("/api/v1/tasks/");
        }
    }

    @Test
    void kling_is_asked_once_for_each_path_that_made_tasks() throws Exception {
        try (ClientRun run = new ClientRun(ApiName.KLING, folder)) {
            run.server.script().on(Operation.OTHER, 1, Faults.json(200, """
                            {"code":0,"message":"SUCCEED","data":[
                              {"task_id":"1","task_status":"processing"},
                              {"task_id":"2","task_status":"succeed",
                               "task_result":{"videos":[{"id":"v","url":"https://a.example/2"}]}}]}
                            """));
            run.server.script().on(Operation.OTHER, 1, Faults.json(200, "{\"code\":0,\"data\":[]}"));
            Map<String, VideoRequest> jobs = new LinkedHashMap<>();
            jobs.put("text2video/1", REQUEST);
            jobs.put("text2video/2", REQUEST);

            Map<String, JobStatus> told = told(run.jobs.pollTogether(jobs));

            assertThat(told)
                    .containsEntry("text2video/1", JobStatus.RUNNING)
                    .containsEntry("text2video/2", JobStatus.COMPLETED);
            assertThat(lists(run)).hasSize(1);
        }
    }
}
