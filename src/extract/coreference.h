// Coreference in a document: which actor each mention stands for.
//
// Cautious by design: a wrong merge is worse than none. A mention that cannot be resolved keeps no entities and takes
// part in nothing.
#ifndef DEMARCHE_EXTRACT_COREFERENCE_H
#define DEMARCHE_EXTRACT_COREFERENCE_H

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/office_phrases.h"
#include "extract/salience.h"
#include "extract/sentence.h"

namespace demarche::extract {

// An actor of the document.
struct DocEntity {
  std::string name;  // canonical
  rules::ActorIndex known = rules::no_actor;
  rules::ActorIndex country = rules::no_actor;
  Kind kind = Kind::other;
  std::string sector, office, code, surname;  // code: the user's; surname folded
  std::string folded_name, folded_office;
  bool female = false, male = false, plural = false;
  bool weak = false;                // an open name without title: perhaps no person
  bool former = false;              // introduced as a former holder
  bool described = false;           // by a common noun only: "Turkish officials"
  bool told_as_people = false;      // last named in the plural: "the Kurds", "Turks"
  std::int8_t gender_by_name = -1;  // 1 for a name like Boris, 2 for one like Angela, 0 unknown, -1 not asked
};

class Coreference {
 public:
  // `days` is the document's date (ISO), or days of the time that it must be of, or nothing; `home` the state that an
  // unqualified office belongs to.
  // `offices` may be nullptr: such phrases then stay as they are described.
  Coreference(std::string_view text, const rules::PackTables& tables, OfficePhrases* offices);

  void start(std::vector<std::string> days, rules::ActorIndex home);

  // First pass, all sentences in order: persons in their full forms.
  void collect(Sentence* sentence);
  // Between the passes.
  void collected();
  // Second pass, all sentences in order: fills ActorMention::entities.
  void resolve(Sentence* sentence);

  const std::vector<DocEntity>& entities() const { return entities_; }

  // Who speaks in the first person from here on (a transcript's label, a quotation's source); none = nobody known.
  // `questioner`: nobody whom the publication speaks for.
  void set_speaker(std::uint32_t entity, bool questioner) {
    if (questioner && !questioner_) salience_.new_question();
    speaker_ = entity;
    questioner_ = questioner;
  }
  // "We" of a statement that several issued together.
  void set_joint_speakers(FewNumbers entities) { joint_ = std::move(entities); }
  std::uint32_t entity_of(rules::ActorIndex known);
  // The gazetteer's person of that surname who bears one of the label's words as title, or is in office.
  rules::ActorIndex known_speaker(const std::string& surname, const std::string& label) const;
  // Who held the office that a label names ("foreign secretary") on the document's day, where just one did.
  rules::ActorIndex office_speaker(const std::string& label) const;
  // The home state's head of state on the document's day.
  rules::ActorIndex home_president() const;

 private:
  void collect_person(const Sentence& s, const ActorMention& m);
  void resolve_mention(Sentence& s, ActorMention* m);
  void separate_marks(Sentence* sentence);
  rules::ActorIndex body_that_acts(const Sentence& s, const ActorMention& m) const;
  void resolve_marked(const Sentence& s, ActorMention* m);
  void resolve_person(const Sentence& s, ActorMention* m);
  std::uint32_t called_by_father(const Sentence& s, const ActorMention& m) const;
  void resolve_role(const Sentence& s, ActorMention* m);
  void resolve_plural_role(const Sentence& s, ActorMention* m);
  void resolve_described(const Sentence& s, ActorMention* m);
  void resolve_pronoun(const Sentence& s, ActorMention* m);
  void pronoun_person(const Sentence& s, const ActorMention& m, bool female, bool object, FewNumbers* out);
  bool who_met(const Sentence& s, const ActorMention& they, FewNumbers* out) const;
  void pronoun_plural(const Sentence& s, const ActorMention& m, bool object, FewNumbers* out);
  void plural_told(const Sentence& s, const ActorMention& m, bool object, FewNumbers* out);
  static bool opens_with_they(const Sentence& s, const ActorMention& m);
  std::vector<std::uint32_t> new_since(std::uint32_t sentence) const;
  bool goes_back_to_things(const Sentence& s, const ActorMention& m, const FewNumbers& who) const;
  void note_things(const Sentence& s);
  bool they_before(const Sentence& s) const;
  bool they_again(const Sentence& s, const ActorMention& m, FewNumbers* out);
  bool another_of_the_text(const Sentence& s, const ActorMention& m) const;
  static bool behind_participle(const Sentence& s, const ActorMention& m);
  const ActorMention* owner_of_subject(const Sentence& s, const ActorMention& m, bool female) const;
  const ActorMention* addressee(const Sentence& s, const ActorMention& m, bool female) const;
  static bool another_before(const Sentence& s, const ActorMention& m, bool female);
  static bool in_quotation(const Sentence& s, std::uint32_t token);
  static std::uint32_t content_before(const Sentence& s, std::uint32_t token);
  static bool unknown_they(const Sentence& s, const ActorMention& m);
  const ActorMention* same_actor(const Sentence& s, const ActorMention& m) const;
  bool foreign_state(const DocEntity& e) const;
  bool several_told(std::uint32_t here);
  const ActorMention* joined_before(const Sentence& s, const ActorMention& m) const;
  static std::uint32_t says_behind(const Sentence& s, const ActorMention& m);
  const ActorMention* who_says(const Sentence& s, const ActorMention& m) const;
  bool say_they(const Sentence& s, const ActorMention& m, FewNumbers* out) const;
  void pronoun_thing(const Sentence& s, const ActorMention& m, bool owner, FewNumbers* out);
  void pronoun_speaker(const Sentence& s, const ActorMention& m, bool several, FewNumbers* out);
  bool told_here(std::uint32_t entity, std::uint32_t sentence) const;
  bool impersonal(const Sentence& s, const ActorMention& it) const;
  static int counted_of(const Sentence& s, const ActorMention& m);
  static bool first_person(const Sentence& s, const ActorMention& m);
  static bool in_relative(const Sentence& s, const ActorMention& m);
  static bool clause_before(const Sentence& s, std::uint32_t token);
  static bool thing_before(const Sentence& s, std::uint32_t from, std::uint32_t to);
  bool things_between(const Sentence& s, const ActorMention& m, const FewNumbers& who) const;
  int gender_of_name(DocEntity* entity) const;
  static bool speaks_or_hears(const Sentence& s, const ActorMention& m, bool object);
  bool keeps_acting(std::uint32_t entity, std::uint32_t here) const;
  bool often_told(std::uint32_t entity, std::uint32_t here) const;
  void last_two_persons(const Sentence& s, FewNumbers* out) const;
  const ActorMention* subject_of(const Sentence& s, const ActorMention& m) const;
  bool brings(const Tagged& verb) const;
  const ActorMention* harmed(const Sentence& s, const ActorMention& its, const ActorMention& subject) const;
  const ActorMention* reproached(const Sentence& s, const ActorMention& its, const ActorMention& subject) const;
  const ActorMention* subject_ahead(const Sentence& s, const ActorMention& m) const;
  bool agrees(std::string_view possessive, const ActorMention& m);
  bool thing(std::uint32_t entity) const;
  std::vector<std::uint32_t> own_subject(const Sentence& s, const ActorMention& m) const;
  void take_first_word(Sentence* sentence) const;
  static bool said(const Sentence& s, std::size_t verb_chunk);
  void find_roles(const Sentence& s);
  bool agent(const Sentence& s, std::size_t chunk) const;
  void find_groups(const Sentence& s);
  void find_relations(const Sentence& s);
  void find_quoted(Sentence& s);
  bool tells(const Sentence& s, const ActorMention& m) const;
  void counted_group(const Sentence& s, const ActorMention& m, std::size_t count, FewNumbers* out) const;
  void one_of_two(const Sentence& s, const ActorMention& m, bool first, FewNumbers* out) const;
  void holders_of(const Sentence& s, ActorMention* m);
  void count_offices(const Sentence& s, const ActorMention& m);
  void find_own_state();
  static bool title_of_state(std::string_view title);
  // A transcript, or a speech under the speaker's name.
  bool labelled() const { return speaker_ != none || questioner_; }
  std::vector<std::uint32_t> beside_in_clause(const Sentence& s, const ActorMention& m) const;
  std::uint32_t own_holder(const std::string& title, std::string_view category);
  std::uint32_t guest_of_title(const Sentence& s, const std::string& title, std::uint32_t own,
                               const std::vector<std::uint32_t>& beside);
  std::uint32_t head_of_body(const std::string& title);
  bool other_side(const Sentence& s, const ActorMention& m) const;
  std::uint32_t same_kind(const Sentence& s, const ActorMention& m);
  // A definite phrase by what is said in it.
  struct Epithet {
    std::string_view noun;
    bool state = false, group = false;
    std::vector<const rules::TableList<rules::TableString>*> facts;  // ids of those of whom each word is true
  };
  bool read_epithet(const Sentence& s, const ActorMention& m, Epithet* out) const;
  template <typename Fits>
  std::uint32_t only_told(const Sentence& s, const ActorMention& m, std::uint32_t reach, const Fits& fits) const;
  bool named_beside(const Sentence& s, const ActorMention& m, std::uint32_t entity) const;
  std::uint32_t called_by_epithet(const Sentence& s, const ActorMention& m);
  std::uint32_t called_by_last_word(const Sentence& s, const ActorMention& m);
  std::uint32_t called_by_calling(const Sentence& s, const ActorMention& m);
  void offer_epithets(Sentence* s);
  void withdraw_epithets(Sentence* s);
  std::uint32_t running_subject(const Sentence& s, const ActorMention& m) const;
  std::uint32_t of_age(const Sentence& s, const ActorMention& m);
  void note_scene(const Sentence& s, const ActorMention& m);
  rules::ActorIndex state_of_teller(const Sentence& s, const ActorMention& m) const;
  rules::ActorIndex state_of_scene(const Sentence& s, const ActorMention& m) const;
  rules::ActorIndex visited_state(const Sentence& s, const ActorMention& m) const;
  std::uint32_t compatriot(const Sentence& s, const ActorMention& m) const;
  bool of_other_sex(const Sentence& s, const ActorMention& m, std::uint32_t entity) const;
  std::uint32_t spouse(const Sentence& s, const ActorMention& m);
  static bool shares_title(const Sentence& s, const ActorMention& m);
  static int honorific_gender(const Sentence& s, const ActorMention& m);
  static bool verb_between(const Sentence& s, std::uint32_t from, std::uint32_t to);
  void note(const Sentence& s, const ActorMention& m, Role role);

  std::uint32_t add(DocEntity entity);
  std::uint32_t person_by_surname(const Sentence& s, const ActorMention& m, const std::string& surname) const;
  bool kin_of_holder(const ActorMention& m, std::uint32_t n, const std::string& title,
                     const std::string& surname) const;
  std::uint32_t person_by_first_name(const ActorMention& m, const std::string& name) const;
  rules::ActorIndex known_by_surname(const Sentence& s, const ActorMention& m, const std::string& surname) const;
  rules::ActorIndex holder_so_called(const Sentence& s, const ActorMention& m) const;
  rules::ActorIndex namesake(const Sentence& s, const ActorMention& m) const;
  rules::ActorIndex known_by_outer_names(const Sentence& s, const ActorMention& m) const;
  rules::ActorIndex known_by_another_spelling(const Sentence& s, const ActorMention& m) const;
  rules::ActorIndex leader_before(const ActorMention& m, const std::vector<rules::ActorIndex>& candidates,
                                  std::string_view title_head) const;
  int standing(rules::ActorIndex person, std::string_view title_head, bool former) const;
  // What is known of who bears or bore a title (folded): by entity, 0 = not asked yet, 1 = no, 2 = yes.
  using Bearers = std::vector<std::uint8_t>;
  bool same_office(std::uint32_t entity, std::string_view title, Bearers* known) const;
  bool bears(const DocEntity& e, std::string_view title) const;
  // Who held the office on all of the document's days.
  const std::vector<rules::ActorIndex>& office_holders(std::string_view category, std::string_view of) const;
  bool led_by_person(const Sentence& s, ActorMention* m);
  rules::ActorIndex once_led_by(const std::string& surname) const;  // no_actor where that is not one state
  // A head of state or government of the person's own state, at the document's day.
  bool leads_state(const DocEntity& e) const;
  std::string led_like(const std::string& category, rules::ActorIndex own, rules::ActorIndex other) const;
  // How many years the nearest of the document's days lies outside a term; 0 without a day.
  int years_outside(const rules::Term& term) const;
  std::string title_of(const Sentence& s, const ActorMention& m) const;
  std::string folded_title(const Sentence& s, const ActorMention& m) const;
  std::string office_of(const Sentence& s, const ActorMention& m) const;
  bool seated(const Sentence& s, const ActorMention& m) const;
  bool ministers(std::uint32_t entity) const;
  bool aide(const DocEntity& e) const;
  bool of_another_time(std::string_view title, rules::ActorIndex country) const;
  std::uint32_t leader_of(rules::ActorIndex country);
  void name_acronym(const Sentence& s, std::uint32_t token, const std::string& acronym);
  std::uint32_t holder(std::string_view category, rules::ActorIndex country);
  std::uint32_t titled_holder(std::string_view category, const std::string& title, rules::ActorIndex country);
  std::uint32_t top_diplomat(rules::ActorIndex of);
  static std::uint32_t portfolio_end(const Sentence& s, const ActorMention& m);
  std::string office_phrase(const Sentence& s, const ActorMention& m) const;
  static bool heads_whole_body(const Sentence& s, const ActorMention& m, std::string_view title);
  std::uint32_t holder_by_phrase(const Sentence& s, const ActorMention& m);
  std::uint32_t holder_at_home(std::string_view category, rules::ActorIndex body);
  void refine(const Sentence& s, const ActorMention& m, std::uint32_t entity);

  std::string_view text_;
  const rules::PackTables& tables_;
  const rules::Gazetteer& g_;
  OfficePhrases* offices_;
  std::vector<std::string> days_;
  mutable std::unordered_map<std::string, std::vector<rules::ActorIndex>> office_holders_;  // on these days, as asked
  rules::ActorIndex home_ = rules::no_actor;
  rules::ActorIndex own_ = rules::no_actor;     // the state whose offices the text names without their country
  std::vector<rules::ActorIndex> qualified_;    // states that the text names beside an office
  std::vector<rules::ActorIndex> unqualified_;  // of known persons with an office, where it does not
  std::vector<DocEntity> entities_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> surnames_;
  std::unordered_map<std::string, std::uint32_t> bare_;  // whom a surname alone meant last
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::string, std::uint32_t> acronyms_;  // that the text explains, as written
  std::unordered_map<rules::ActorIndex, std::uint32_t> by_known_;
  std::unordered_map<std::string, Bearers> bearers_;                         // by title
  std::unordered_map<std::string, std::vector<std::uint32_t>> first_names_;  // of persons with several names
  std::vector<std::uint32_t> order_;                                         // of a sentence's mentions
  std::string name_, folded_;                                                // of the mention at hand
  Salience salience_;
  rules::ActorIndex seat_state_ = rules::no_actor;  // whose capital may stand for a body as well
  bool seat_state_named_ = false;
  rules::ActorIndex scene_ = rules::no_actor;  // the state where what the text told last took place
  std::uint32_t scene_sentence_ = 0;
  std::uint32_t speaker_ = none;  // of a transcript
  FewNumbers joint_;              // who speaks together
  bool questioner_ = false;
  std::uint32_t quoted_ = none;  // whose words the quotation marks of this sentence hold
  FewNumbers offered_;           // phrases of this sentence that are actors only if the text has told of one
  FewNumbers they_;              // whom "they" meant that opened the sentence of that number
  std::uint32_t they_sentence_ = none, they_since_ = 0;  // since: the first of those that no one is known of
  std::uint32_t things_sentence_ = none;                 // the last that was about several things
  bool things_speak_ = false;                            // or people whom nobody names, or texts
  std::vector<Role> roles_;                              // of this sentence's mentions
  std::vector<ToldGroup> groups_here_;
};

}  // namespace demarche::extract

#endif
